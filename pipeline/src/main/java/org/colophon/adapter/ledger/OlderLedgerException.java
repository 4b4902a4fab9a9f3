package org.colophon.adapter.ledger;

import org.colophon.item.ColophonException;

/** The ledger has not the schema of this Colophon yet, and whoever opened it is not the one to change that. */
public final class OlderLedgerException extends ColophonException {
    private static final long serialVersionUID = 1L;

    /** @param schema that it has */
    OlderLedgerException(String place, String schema, String known) {
        super("The ledger in " + place + " has schema " + schema + ", but this Colophon works with schema " + known
                + ". Nothing was changed. Either use the Colophon that runs there, or upgrade: stop it, and start"
                + " `colophon run` of this version once; it backs the ledger up and brings it to its own schema.");
    }
}
