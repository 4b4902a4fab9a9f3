package org.colophon.spine;

import java.lang.reflect.Method;
import org.colophon.port.History;

/** Questions only: they are answered or not. */
final class FaultyHistory extends Faulty<History> {
    FaultyHistory(History real, Plan plan) {
        super(History.class, real, plan, Place.HISTORY);
    }

    @Override
    boolean changes(String method) {
        return false;
    }

    @Override
    boolean divides(String method) {
        return false;
    }

    @Override
    void half(Method method, Object[] arguments) {
        throw new AssertionError("a question has no half");
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw unavailable("database");
    }
}
