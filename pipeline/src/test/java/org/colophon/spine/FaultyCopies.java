package org.colophon.spine;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.colophon.item.ItemId;
import org.colophon.port.AccessCopies;

/** The half of a copy: a part of its bytes lies under its key. */
final class FaultyCopies extends Faulty<AccessCopies> {
    FaultyCopies(AccessCopies real, Plan plan) {
        super(AccessCopies.class, real, plan, Place.COPIES);
    }

    @Override
    boolean changes(String method) {
        return method.equals("put");
    }

    @Override
    boolean divides(String method) {
        return method.equals("put");
    }

    @Override
    void half(Method method, Object[] arguments) throws Throwable {
        byte[] whole = Files.readAllBytes((Path) arguments[3]);
        Path part = Files.createTempFile("half-of-a-copy", "");
        try {
            Files.write(part, Arrays.copyOf(whole, whole.length / 2));
            real.put((ItemId) arguments[0], (int) arguments[1], (AccessCopies.Kind) arguments[2], part);
        } finally {
            Files.delete(part);
        }
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw unavailable("store");
    }
}
