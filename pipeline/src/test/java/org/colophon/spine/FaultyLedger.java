package org.colophon.spine;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ledger;

/** The half of a ledger's call: all its statements are run, and the commit fails. */
final class FaultyLedger extends Faulty<Ledger> {
    private static final Set<String> READS =
            Set.of("unsettled", "archivedFrom", "archivedWith", "underWayWith", "openPages", "intended", "now");

    private final AtomicBoolean breaks;

    /** @param breaks makes the next commit fail */
    FaultyLedger(Ledger real, Plan plan, AtomicBoolean breaks) {
        super(Ledger.class, real, plan, Place.LEDGER);
        this.breaks = breaks;
    }

    @Override
    boolean changes(String method) {
        return !READS.contains(method);
    }

    @Override
    boolean divides(String method) {
        return changes(method);
    }

    @Override
    void half(Method method, Object[] arguments) throws Throwable {
        breaks.set(true);
        try {
            make(method, arguments);
            throw new AssertionError("the commit of " + method.getName() + " did not fail");
        } catch (UnavailableException expected) {
            if (breaks.get()) {
                throw new AssertionError("the commit of " + method.getName() + " was not asked for", expected);
            }
        }
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw unavailable("database");
    }
}
