package org.colophon.adapter.ledger;

import org.colophon.item.ColophonException;

/** The ledger's file is torn or worse: nothing that it says can be relied upon, and nothing must be written to it. */
public final class LedgerDamagedException extends ColophonException {
    private static final long serialVersionUID = 1L;

    LedgerDamagedException(String place, String found, Throwable cause) {
        super(
                "The ledger in " + place + " is damaged (" + found
                        + "). Nothing was changed. If this home is a copy, end"
                        + " Colophon in the original and copy it again; a ledger in use is copied with `sqlite3"
                        + " ledger.db \".backup copy.db\"`, not file by file. Otherwise keep the damaged file, remove"
                        + " ledger.db-wal and ledger.db-shm, and put the newest backup in its place.",
                cause);
    }
}
