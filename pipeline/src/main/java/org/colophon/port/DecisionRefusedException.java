package org.colophon.port;

import org.colophon.item.ColophonException;

/** A decision does not fit the item as it is now. */
public final class DecisionRefusedException extends ColophonException {
    private static final long serialVersionUID = 1L;

    /** @param message which item, what it is doing, and what can be done instead */
    public DecisionRefusedException(String message) {
        super(message);
    }
}
