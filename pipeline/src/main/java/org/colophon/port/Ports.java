package org.colophon.port;

/** Every port, as a house has them. */
public record Ports(
        Ledger ledger,
        History history,
        Workspace workspace,
        Sources sources,
        Workers workers,
        TaskQueue queue,
        Archive archive,
        AccessCopies accessCopies,
        VirusScanner scanner) {}
