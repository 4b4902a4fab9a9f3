package org.colophon.adapter.ledger;

import org.colophon.item.ColophonException;

/** The ledger was written by a newer Colophon than this one, which must not touch it. */
public final class NewerLedgerException extends ColophonException {
    private static final long serialVersionUID = 1L;

    NewerLedgerException(String place, String schema, String known) {
        super("The ledger in " + place + " has schema " + schema + ", but this Colophon knows schemas up to " + known
                + " only. Nothing was changed. Start the newer Colophon that last ran here, or put back the backup of"
                + " the ledger that lies beside it (ledger.db.before-…).");
    }
}
