package org.colophon.preserve.describe;

import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.Page;
import org.colophon.item.text.Xml;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;

/** Writes PREMIS 3 objects: the item itself, representations, files, and pages inside files. */
final class PremisObjects {
    private static final Identification ALTO = new Identification(null, "ALTO", "4.4", "application/xml");
    private static final Identification PLAIN = new Identification("x-fmt/111", "Plain Text File", null, "text/plain");
    private static final Identification DUBLIN_CORE =
            new Identification("fmt/101", "Extensible Markup Language", "1.0", "application/xml");

    private PremisObjects() {}

    /** The item as an intellectual entity, with what only the ledger knows beside its files. */
    static void entity(Xml xml, Item item) {
        xml.open("object", "xsi:type", "intellectualEntity");
        Identifier.ark(item.ark()).write(xml, "objectIdentifier");
        new Identifier("local", item.id().name()).write(xml, "objectIdentifier");
        property(xml, "title", item.title());
        property(xml, "collection", item.collection());
        item.languages().forEach(language -> property(xml, "language of the text", language));
        property(xml, "SHA-512 of the SHA-512 of all masters in order", item.contentIdentity());
        property(xml, "dropped as", item.source().path().uri());
        property(xml, "first seen", item.createdAt());
        xml.leaf("originalName", item.source().path().name()).end();
    }

    /** A representation, by the path of its folder. */
    static void representation(Xml xml, String folder, Item item) {
        xml.open("object", "xsi:type", "representation");
        Identifier.path(folder).write(xml, "objectIdentifier");
        relation(xml, "represents", Identifier.ark(item.ark()));
        xml.end();
    }

    /** A scan, and the pages embedded in it. */
    static void master(Xml xml, Master master, Contents contents) {
        boolean whole = !master.embeds() && master.pages().size() == 1;
        xml.open("object", "xsi:type", "file");
        Identifier.path(master.file().path()).write(xml, "objectIdentifier");
        if (whole) {
            Page page = master.pages().get(0).page();
            Identifier.ark(contents.ark(page)).write(xml, "objectIdentifier");
        }
        ImageFacts facts = whole ? master.pages().get(0).facts() : null;
        characteristics(xml, master.file().fixity(), master.identification(), facts);
        xml.leaf("originalName", master.file().name());
        relation(xml, "is included in", Identifier.path(Contents.MASTER));
        xml.end();
        if (master.embeds()) {
            master.pages().forEach(leaf -> bitstream(xml, master, leaf, contents));
        }
    }

    private static void bitstream(Xml xml, Master master, Master.Leaf leaf, Contents contents) {
        xml.open("object", "xsi:type", "bitstream");
        Identifier.path(master.object(leaf.page())).write(xml, "objectIdentifier");
        Identifier.ark(contents.ark(leaf.page())).write(xml, "objectIdentifier");
        Identification kind = new Identification(
                null,
                "page image in " + master.identification().formatName(),
                null,
                master.identification().mime());
        characteristics(xml, null, kind, leaf.facts());
        relation(xml, "is included in", Identifier.path(master.file().path()));
        xml.end();
    }

    /** The two files of a page's text. */
    static void texts(Xml xml, OcrPage text, Contents contents) {
        text(xml, text.alto(), ALTO, text, contents);
        text(xml, text.plain(), PLAIN, text, contents);
    }

    private static void text(Xml xml, PackageFile file, Identification kind, OcrPage text, Contents contents) {
        xml.open("object", "xsi:type", "file");
        Identifier.path(file.path()).write(xml, "objectIdentifier");
        characteristics(xml, file.fixity(), kind, null);
        relation(xml, "is included in", Identifier.path(Contents.OCR));
        contents.masterOf(text.page())
                .map(master -> Identifier.path(master.object(text.page())))
                .ifPresent(scan -> relation(xml, "derivation", "has source", scan));
        xml.end();
    }

    /** The descriptive metadata. */
    static void description(Xml xml, PackageFile file) {
        xml.open("object", "xsi:type", "file");
        Identifier.path(file.path()).write(xml, "objectIdentifier");
        characteristics(xml, file.fixity(), DUBLIN_CORE, null);
        xml.end();
    }

    /** A file that was delivered beside the scans. */
    static void delivered(Xml xml, PackageFile file) {
        xml.open("object", "xsi:type", "file");
        Identifier.path(file.path()).write(xml, "objectIdentifier");
        characteristics(xml, file.fixity(), new Identification(null, "not identified", null, file.mime()), null);
        xml.leaf("originalName", file.name()).end();
    }

    private static void characteristics(Xml xml, Fixity fixity, Identification kind, ImageFacts facts) {
        xml.open("objectCharacteristics");
        if (fixity != null) {
            digest(xml, "SHA-512", fixity.sha512());
            digest(xml, "SHA-256", fixity.sha256());
            xml.leaf("size", fixity.size());
        }
        xml.open("format").open("formatDesignation");
        xml.leaf("formatName", kind.formatName()).leaf("formatVersion", kind.formatVersion());
        xml.end();
        if (kind.puid() != null) {
            xml.open("formatRegistry")
                    .leaf("formatRegistryName", "PRONOM")
                    .leaf("formatRegistryKey", kind.puid())
                    .end();
        }
        xml.end();
        if (facts != null) {
            xml.open("objectCharacteristicsExtension");
            Mix.write(xml, facts, kind);
            xml.end();
        }
        xml.end();
    }

    private static void digest(Xml xml, String algorithm, String value) {
        xml.open("fixity")
                .leaf("messageDigestAlgorithm", algorithm)
                .leaf("messageDigest", value)
                .end();
    }

    private static void property(Xml xml, String type, Object value) {
        if (value != null && !Xml.allowed(value.toString()).isEmpty()) {
            xml.open("significantProperties")
                    .leaf("significantPropertiesType", type)
                    .leaf("significantPropertiesValue", value)
                    .end();
        }
    }

    private static void relation(Xml xml, String kind, Identifier to) {
        relation(xml, "structural", kind, to);
    }

    private static void relation(Xml xml, String type, String kind, Identifier to) {
        xml.open("relationship").leaf("relationshipType", type).leaf("relationshipSubType", kind);
        to.write(xml, "relatedObjectIdentifier");
        xml.end();
    }
}
