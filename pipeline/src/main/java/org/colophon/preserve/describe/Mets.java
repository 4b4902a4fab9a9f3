package org.colophon.preserve.describe;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.colophon.item.Agent;
import org.colophon.item.text.Xml;

/**
 * One METS 1.12 document of a package, after the E-ARK AIP profile 2.2.0.
 *
 * @param id OBJID: the name of the folder it lies in
 * @param label for people; may be null
 * @param institution that holds the original; may be null
 * @param folder where it lies, from the package's root; empty for the root itself
 * @param changed when the newest of its contents came to be
 * @param descriptive Dublin Core files
 * @param preservation PREMIS files
 * @param groups files by their use
 * @param representations METS documents of representations, by name; only of the root
 */
record Mets(
        String id,
        String label,
        String institution,
        String folder,
        Instant created,
        Instant changed,
        List<PackageFile> descriptive,
        List<PackageFile> preservation,
        Map<String, List<PackageFile>> groups,
        Map<String, PackageFile> representations) {
    private static final String NAMESPACE = "http://www.loc.gov/METS/";
    private static final String XLINK = "http://www.w3.org/1999/xlink";
    private static final String CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS";
    private static final String PROFILE = "https://earkaip.dilcis.eu/profile/E-ARK-AIP-v2-2-0.xml";
    /** The vocabulary's term has an en dash (E-ARK content category vocabulary). */
    private static final String TYPE = "Textual works – Print";

    Mets {
        descriptive = List.copyOf(descriptive);
        preservation = List.copyOf(preservation);
        groups = new LinkedHashMap<>(groups);
        representations = new LinkedHashMap<>(representations);
    }

    /**
     * Writes the document; does not close the stream.
     *
     * @param more further structural maps
     */
    void write(Agent colophon, Xml.Content more, OutputStream out) {
        Xml.write(out, xml -> {
            xml.open(
                    "mets",
                    "xmlns",
                    NAMESPACE,
                    "xmlns:xlink",
                    XLINK,
                    "xmlns:csip",
                    CSIP,
                    "OBJID",
                    id,
                    "LABEL",
                    label,
                    "TYPE",
                    TYPE,
                    "PROFILE",
                    PROFILE,
                    "csip:CONTENTINFORMATIONTYPE",
                    "MIXED");
            header(xml, colophon);
            sections(xml);
            files(xml);
            structure(xml);
            more.write(xml);
            xml.end();
        });
    }

    /** The ID of a file in this document. */
    String idOf(PackageFile file) {
        return "ID-" + file.within(folder).replace('/', '-');
    }

    private void header(Xml xml, Agent colophon) {
        xml.open(
                "metsHdr",
                "CREATEDATE",
                time(created),
                "LASTMODDATE",
                time(changed),
                "RECORDSTATUS",
                changed.equals(created) ? "NEW" : "REVISED",
                "csip:OAISPACKAGETYPE",
                "AIP");
        xml.open("agent", "ROLE", "CREATOR", "TYPE", "OTHER", "OTHERTYPE", "SOFTWARE")
                .leaf("name", colophon.name())
                .leaf("note", colophon.version(), "csip:NOTETYPE", "SOFTWARE VERSION")
                .end();
        if (institution != null) {
            // METS 1.12, agent/@ROLE: CUSTODIAN is charged with the oversight of a collection.
            xml.open("agent", "ROLE", "CUSTODIAN", "TYPE", "ORGANIZATION")
                    .leaf("name", institution)
                    .end();
        }
        xml.end();
    }

    private void sections(Xml xml) {
        for (PackageFile file : descriptive) {
            xml.open("dmdSec", "ID", section(file), "CREATED", time(file.created()), "STATUS", "CURRENT");
            reference(xml, file, "DC", "1.1");
            xml.end();
        }
        if (preservation.isEmpty()) {
            return;
        }
        xml.open("amdSec", "ID", named("amd"));
        for (PackageFile file : preservation) {
            xml.open("digiprovMD", "ID", section(file), "CREATED", time(file.created()), "STATUS", "CURRENT");
            reference(xml, file, "PREMIS", "3.0");
            xml.end();
        }
        xml.end();
    }

    private void reference(Xml xml, PackageFile file, String type, String version) {
        xml.empty(
                "mdRef",
                "ID",
                named("mdRef " + file.path()),
                "LOCTYPE",
                "URL",
                "xlink:type",
                "simple",
                "xlink:href",
                file.within(folder),
                "MDTYPE",
                type,
                "MDTYPEVERSION",
                version,
                "MIMETYPE",
                file.mime(),
                "SIZE",
                file.fixity().size(),
                "CREATED",
                time(file.created()),
                "CHECKSUM",
                file.fixity().sha512(),
                "CHECKSUMTYPE",
                "SHA-512");
    }

    private void files(Xml xml) {
        if (groups.isEmpty() && representations.isEmpty()) {
            return;
        }
        xml.open("fileSec", "ID", named("fileSec"));
        groups.forEach((use, files) -> group(xml, use, files));
        representations.forEach((name, file) -> group(xml, representation(name), List.of(file)));
        xml.end();
    }

    private void group(Xml xml, String use, List<PackageFile> files) {
        xml.open("fileGrp", "ID", named("group " + use), "USE", use);
        for (PackageFile file : files) {
            xml.open(
                    "file",
                    "ID",
                    idOf(file),
                    "MIMETYPE",
                    file.mime(),
                    "SIZE",
                    file.fixity().size(),
                    "CREATED",
                    time(file.created()),
                    "CHECKSUM",
                    file.fixity().sha512(),
                    "CHECKSUMTYPE",
                    "SHA-512");
            xml.empty(
                    "FLocat",
                    "LOCTYPE",
                    "URL",
                    "xlink:type",
                    "simple",
                    "xlink:href",
                    file.within(folder),
                    "xlink:title",
                    file.name());
            xml.end();
        }
        xml.end();
    }

    private void structure(Xml xml) {
        xml.open("structMap", "ID", named("structMap"), "TYPE", "PHYSICAL", "LABEL", "CSIP");
        xml.open("div", "ID", named("div"), "LABEL", id);
        String described = ids(descriptive);
        String preserved = ids(preservation);
        xml.empty("div", "ID", named("div metadata"), "LABEL", "Metadata", "DMDID", described, "ADMID", preserved);
        groups.keySet().forEach(use -> {
            xml.open("div", "ID", named("div " + use), "LABEL", use);
            xml.empty("fptr", "FILEID", named("group " + use)).end();
        });
        representations.forEach((name, file) -> {
            String use = representation(name);
            xml.open("div", "ID", named("div " + use), "LABEL", use);
            xml.empty(
                    "mptr",
                    "LOCTYPE",
                    "URL",
                    "xlink:type",
                    "simple",
                    "xlink:href",
                    file.path(),
                    "xlink:title",
                    named("group " + use));
            xml.end();
        });
        xml.end().end();
    }

    private String ids(List<PackageFile> files) {
        String ids = String.join(" ", files.stream().map(this::section).toList());
        return ids.isEmpty() ? null : ids;
    }

    private static String representation(String name) {
        return "Representations/" + name;
    }

    private String section(PackageFile file) {
        return named("section " + file.path());
    }

    /** An xs:ID that is the same each time, and unlike that of any other part of the package. */
    private String named(String part) {
        return "uuid-" + UUID.nameUUIDFromBytes((id + " " + folder + " " + part).getBytes(StandardCharsets.UTF_8));
    }

    private static String time(Instant instant) {
        return DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
