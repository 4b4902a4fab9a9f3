package org.colophon.intake;

import java.util.List;
import org.colophon.item.UnavailableException;
import org.colophon.port.TroubleObserver;

/**
 * What one look gave.
 *
 * @param waiting objects that wait
 * @param admitted objects admitted by it, whatever was decided of them
 * @param problems what whoever runs Colophon should know: a folder that cannot be read, a disk that fails
 * @param away what did not answer, so that an object waits for it; null when all did
 */
public record Look(int waiting, int admitted, List<String> problems, UnavailableException away) {
    public Look {
        problems = List.copyOf(problems);
    }

    /** Tells whether intake goes on, or waits for what did not answer. */
    public void tell(TroubleObserver observer) {
        if (away == null) {
            observer.over("intake");
        } else {
            observer.met("intake", away);
        }
    }
}
