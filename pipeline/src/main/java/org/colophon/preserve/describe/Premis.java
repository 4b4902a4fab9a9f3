package org.colophon.preserve.describe;

import java.io.OutputStream;
import java.util.List;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.text.Xml;

/** Writes the three PREMIS 3 documents of a package. */
public final class Premis {
    static final String NAMESPACE = "http://www.loc.gov/premis/v3";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final Contents contents;
    private final Provenance provenance;

    /** @param provenance what happened to the same contents */
    public Premis(Contents contents, Provenance provenance) {
        this.contents = contents;
        this.provenance = provenance;
    }

    /** The item as a whole: its description, what was delivered beside the scans, rights, and its packaging. */
    public void item(PackageFile description, OutputStream out) {
        Item item = contents.dossier().item();
        document(out, xml -> {
            PremisObjects.entity(xml, item);
            PremisObjects.description(xml, description);
            contents.delivered().forEach(file -> PremisObjects.delivered(xml, file));
            PremisEvents.write(xml, provenance.ofItem());
            PremisRights.write(xml, item);
        });
    }

    /** The scans. */
    public void masters(OutputStream out) {
        document(out, xml -> {
            PremisObjects.representation(
                    xml, Contents.MASTER, contents.dossier().item());
            contents.masters().forEach(master -> PremisObjects.master(xml, master, contents));
            PremisEvents.write(xml, provenance.ofMasters());
        });
    }

    /** The texts. */
    public void texts(OutputStream out) {
        document(out, xml -> {
            PremisObjects.representation(xml, Contents.OCR, contents.dossier().item());
            contents.texts().forEach(text -> PremisObjects.texts(xml, text, contents));
            PremisEvents.write(xml, provenance.ofTexts());
        });
    }

    /** Events that came after the package was made, as a document of their own. */
    public static void later(Item item, List<Event> events, OutputStream out) {
        document(out, xml -> {
            PremisObjects.entity(xml, item);
            PremisEvents.write(
                    xml,
                    events.stream()
                            .map(event -> Happening.to(event, Identifier.ark(item.ark())))
                            .toList());
        });
    }

    private static void document(OutputStream out, Xml.Content content) {
        Xml.write(out, xml -> xml.element("premis", content, "xmlns", NAMESPACE, "xmlns:xsi", XSI, "version", "3.0"));
    }
}
