package org.colophon.preserve.describe;

import java.io.OutputStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colophon.item.Agent;
import org.colophon.item.Page;

/** Writes the METS documents of a package: one of each representation, then the root's. */
public final class MetsDocuments {
    private final Contents contents;
    private final Provenance provenance;
    private final Agent colophon;
    private final String institution;

    /**
     * @param colophon who makes the package
     * @param institution that holds the original, or null
     */
    public MetsDocuments(Contents contents, Provenance provenance, Agent colophon, String institution) {
        this.contents = contents;
        this.provenance = provenance;
        this.colophon = colophon;
        this.institution = institution;
    }

    /** When the newest that the scans' documents tell of happened. */
    public Instant mastersChanged() {
        return provenance.newest(provenance.ofMasters());
    }

    /** When the newest that the texts' documents tell of happened. */
    public Instant textsChanged() {
        return provenance.newest(provenance.ofTexts());
    }

    /** The scans. */
    public void masters(PackageFile premis, OutputStream out) {
        List<PackageFile> files = contents.masters().stream().map(Master::file).toList();
        Mets mets = representation("master", Contents.MASTER, mastersChanged(), premis, files);
        PageMaps pages = new PageMaps(contents, page -> contents.masterOf(page).stream()
                .map(master -> mets.idOf(master.file()))
                .toList());
        mets.write(colophon, pages::write, out);
    }

    /** The texts. */
    public void texts(PackageFile premis, OutputStream out) {
        List<PackageFile> files = contents.texts().stream()
                .flatMap(text -> Stream.of(text.alto(), text.plain()))
                .toList();
        Mets mets = representation("ocr", Contents.OCR, textsChanged(), premis, files);
        PageMaps pages = new PageMaps(contents, page -> textIds(mets, page));
        mets.write(colophon, pages::write, out);
    }

    private List<String> textIds(Mets mets, Page page) {
        return contents.texts().stream()
                .filter(text -> text.page().equals(page))
                .flatMap(text -> Stream.of(mets.idOf(text.alto()), mets.idOf(text.plain())))
                .toList();
    }

    private Mets representation(
            String name, String folder, Instant changed, PackageFile premis, List<PackageFile> files) {
        return new Mets(
                name,
                // The title may change in a later version; a representation that did not change stays as it is.
                null,
                // So may the institution.
                null,
                folder,
                contents.begun(),
                changed,
                List.of(),
                List.of(premis),
                files.isEmpty() ? Map.of() : Map.of("Data", files),
                Map.of());
    }

    /** The whole package. */
    public void root(
            PackageFile description, PackageFile premis, Map<String, PackageFile> representations, OutputStream out) {
        Map<String, List<PackageFile>> groups = new LinkedHashMap<>();
        if (!contents.delivered().isEmpty()) {
            groups.put("Documentation", contents.delivered());
        }
        Mets mets = new Mets(
                contents.dossier().item().id().name(),
                contents.dossier().item().title(),
                institution,
                "",
                contents.begun(),
                provenance.packaged().at(),
                List.of(description),
                List.of(premis),
                groups,
                representations);
        mets.write(colophon, xml -> {}, out);
    }
}
