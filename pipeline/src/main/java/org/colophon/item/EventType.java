package org.colophon.item;

/** Terms of the Library of Congress preservation events vocabulary that Colophon uses. */
public enum EventType {
    INGESTION_START("ingestion start"),
    MESSAGE_DIGEST_CALCULATION("message digest calculation"),
    VIRUS_CHECK("virus check"),
    FORMAT_IDENTIFICATION("format identification"),
    VALIDATION("validation"),
    METADATA_EXTRACTION("metadata extraction"),
    /** With the detail "text recognition". */
    CREATION("creation"),
    INFORMATION_PACKAGE_CREATION("information package creation"),
    INGESTION_END("ingestion end"),
    FIXITY_CHECK("fixity check"),
    REPLICATION("replication"),
    RECOVERY("recovery"),
    METADATA_MODIFICATION("metadata modification");

    private final String term;

    EventType(String term) {
        this.term = term;
    }

    /** The vocabulary's term. */
    public String term() {
        return term;
    }

    /** The type with this term. */
    public static EventType of(String term) {
        for (EventType type : values()) {
            if (type.term.equals(term)) {
                return type;
            }
        }
        throw new IllegalArgumentException("not a preservation event term in use: " + term);
    }
}
