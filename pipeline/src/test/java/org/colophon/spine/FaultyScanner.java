package org.colophon.spine;

import java.lang.reflect.Method;
import org.colophon.port.VirusScanner;

/** A scanner that does not answer. Its calls leave nothing behind, so they cannot be half done. */
final class FaultyScanner extends Faulty<VirusScanner> {
    FaultyScanner(VirusScanner real, Plan plan) {
        super(VirusScanner.class, real, plan, Place.SCANNER);
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
        throw new AssertionError(method.getName() + " has no half");
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw unavailable(VirusScanner.WORD);
    }
}
