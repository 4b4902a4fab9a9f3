package org.colophon.spine;

import java.lang.reflect.Method;
import java.util.Set;
import org.colophon.item.UnavailableException;
import org.colophon.port.Archive;

/** The half of a put: the store goes away while it is under way. */
final class FaultyArchive extends Faulty<Archive> {
    private static final Set<String> CHANGES = Set.of("put", "purge", "deleteVersion", "restoreInventory", "log");

    private final FaultyStore store;

    /** @param store under it */
    FaultyArchive(Archive real, Plan plan, FaultyStore store) {
        super(Archive.class, real, plan, Place.ARCHIVE);
        this.store = store;
    }

    @Override
    boolean changes(String method) {
        return CHANGES.contains(method);
    }

    @Override
    boolean divides(String method) {
        return method.equals("put");
    }

    @Override
    void half(Method method, Object[] arguments) throws Throwable {
        store.goAwayAfter(5);
        try {
            make(method, arguments);
            throw new AssertionError("the put was not broken off");
        } catch (UnavailableException expected) {
            store.comeBack();
        }
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw unavailable("store");
    }
}
