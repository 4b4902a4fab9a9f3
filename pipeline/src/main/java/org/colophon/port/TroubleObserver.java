package org.colophon.port;

import org.colophon.item.UnavailableException;

/** Is told where something outside keeps work from going on. */
public interface TroubleObserver {

    /**
     * Something did not answer. May be told again as long as it lasts.
     *
     * @param where what is held up by it; one name a place
     */
    void met(String where, UnavailableException trouble);

    /** What was held up goes on, or is not to be done any more. Harmless where there was no trouble. */
    void over(String where);
}
