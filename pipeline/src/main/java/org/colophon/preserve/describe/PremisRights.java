package org.colophon.preserve.describe;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.colophon.item.Access;
import org.colophon.item.Item;
import org.colophon.item.text.Xml;

/** Writes PREMIS 3 rights: who may read the item and from when, and the rights statement or licence it is under. */
final class PremisRights {
    private static final String LICENCES = "://creativecommons.org/";

    private PremisRights() {}

    static void write(Xml xml, Item item) {
        xml.open("rights");
        access(xml, item);
        if (item.rights() != null && !Xml.allowed(item.rights()).isBlank()) {
            statement(xml, item);
        }
        xml.end();
    }

    private static void access(Xml xml, Item item) {
        Access access = item.access();
        xml.open("rightsStatement");
        new Identifier("local", item.id() + "-access").write(xml, "rightsStatementIdentifier");
        xml.leaf("rightsBasis", "other");
        xml.open("otherRightsInformation")
                .leaf("otherRightsBasis", "access policy")
                .end();
        xml.open("rightsGranted")
                .leaf("act", "disseminate")
                .leaf("restriction", access.level().spelling());
        if (access.embargoUntil() != null) {
            LocalDate from = LocalDate.ofInstant(item.createdAt(), ZoneOffset.UTC);
            xml.open("termOfRestriction")
                    .leaf("startDate", from.isBefore(access.embargoUntil()) ? from : access.embargoUntil())
                    .leaf("endDate", access.embargoUntil())
                    .end();
            xml.leaf("rightsGrantedNote", "closed to all until " + access.embargoUntil() + " begins");
        }
        xml.end();
        to(xml, item);
        xml.end();
    }

    private static void statement(Xml xml, Item item) {
        boolean licence = item.rights().contains(LICENCES);
        String information = licence ? "license" : "otherRights";
        xml.open("rightsStatement");
        new Identifier("local", item.id() + "-rights").write(xml, "rightsStatementIdentifier");
        xml.leaf("rightsBasis", licence ? "license" : "other");
        xml.open(information + "Information");
        new Identifier("URI", item.rights()).write(xml, information + "DocumentationIdentifier");
        if (!licence) {
            xml.leaf("otherRightsBasis", "rights statement");
        }
        xml.end();
        to(xml, item);
        xml.end();
    }

    private static void to(Xml xml, Item item) {
        xml.open("linkingObjectIdentifier")
                .leaf("linkingObjectIdentifierType", "ARK")
                .leaf("linkingObjectIdentifierValue", item.ark())
                .end();
    }
}
