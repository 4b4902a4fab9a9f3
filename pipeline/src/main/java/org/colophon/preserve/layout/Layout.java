package org.colophon.preserve.layout;

import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.Agent;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.colophon.port.Archive;
import org.colophon.port.History;
import org.colophon.port.Workspace;
import org.colophon.preserve.describe.Contents;
import org.colophon.preserve.describe.DublinCore;
import org.colophon.preserve.describe.Master;
import org.colophon.preserve.describe.MetsDocuments;
import org.colophon.preserve.describe.PackageFile;
import org.colophon.preserve.describe.Premis;
import org.colophon.preserve.describe.Provenance;

/** Lays out the package of a dossier. */
public final class Layout {
    private static final String XML = "application/xml";
    private static final String PREMIS = "metadata/preservation/premis.xml";

    private final Workspace workspace;
    private final Archive archive;
    private final List<Collection> collections;
    private final Agent colophon;

    /**
     * @param collections say which institution holds the original
     * @param colophon who makes packages
     */
    public Layout(Workspace workspace, Archive archive, List<Collection> collections, Agent colophon) {
        this.workspace = workspace;
        this.archive = archive;
        this.collections = List.copyOf(collections);
        this.colophon = colophon;
    }

    /**
     * A laid out package.
     *
     * @param provenance what its metadata tell of
     */
    public record Laid(Tree tree, Provenance provenance) {}

    /**
     * Lays out a package.
     *
     * @param scratch an empty folder for what is written; needed until the package is put
     */
    public Laid layOut(History.Dossier dossier, Path scratch) {
        Tree tree = new Tree(scratch);
        Contents originals = Contents.of(dossier);
        originals(originals, tree);
        Contents contents = originals.with(new Texts(originals, workspace, archive, tree).layOut());
        Provenance provenance = new Provenance(contents, colophon);
        describe(contents, provenance, tree);
        return new Laid(tree, provenance);
    }

    /** Originals never change: versions after the first have them from the first, and need them here no longer. */
    private void originals(Contents contents, Tree tree) {
        boolean first = contents.dossier().round().number() == 1;
        Item item = contents.dossier().item();
        contents.masters().stream().map(Master::file).forEach(file -> original(item, file, first, tree));
        contents.delivered().forEach(file -> original(item, file, first, tree));
    }

    private void original(Item item, PackageFile file, boolean first, Tree tree) {
        if (first) {
            tree.place(file, workspace.fetch(item.id(), file.fixity()));
        } else {
            tree.keep(file);
        }
    }

    private void describe(Contents contents, Provenance provenance, Tree tree) {
        Premis premis = new Premis(contents, provenance);
        String institution = Collection.of(contents.dossier().item(), collections)
                .map(Collection::institution)
                .orElse(null);
        MetsDocuments mets = new MetsDocuments(contents, provenance, colophon, institution);
        Instant packaged = provenance.packaged().at();
        Map<String, PackageFile> representations = new LinkedHashMap<>();

        Instant scanned = mets.mastersChanged();
        PackageFile masters = tree.write(Contents.MASTER + "/" + PREMIS, XML, scanned, premis::masters);
        representations.put(
                "master", tree.write(Contents.MASTER + "/METS.xml", XML, scanned, out -> mets.masters(masters, out)));

        Instant read = mets.textsChanged();
        PackageFile texts = tree.write(Contents.OCR + "/" + PREMIS, XML, read, premis::texts);
        representations.put("ocr", tree.write(Contents.OCR + "/METS.xml", XML, read, out -> mets.texts(texts, out)));

        PackageFile description = tree.write(
                "metadata/descriptive/dc.xml",
                XML,
                packaged,
                out -> DublinCore.write(contents.dossier().item(), out));
        PackageFile whole = tree.write(PREMIS, XML, packaged, out -> premis.item(description, out));
        tree.write("METS.xml", XML, packaged, out -> mets.root(description, whole, representations, out));
    }
}
