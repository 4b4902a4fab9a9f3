package org.colophon.spine;

/** Where a call goes. */
enum Place {
    LEDGER("ledger: changes, and questions about work"),
    HISTORY("ledger: questions about items"),
    WORKSPACE("workspace"),
    SOURCES("drop folders"),
    WORKERS("workers"),
    SCANNER("virus scanner"),
    QUEUE("queue"),
    ARCHIVE("archive"),
    STORE("store, each request of the archive"),
    COPIES("access copies");

    private final String words;

    Place(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }
}
