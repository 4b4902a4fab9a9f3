package org.colophon.adapter.ocfl;

import io.ocfl.api.exception.CorruptObjectException;
import io.ocfl.api.exception.FixityCheckException;
import io.ocfl.api.exception.InvalidInventoryException;
import io.ocfl.api.exception.NotFoundException;
import io.ocfl.api.exception.ObjectOutOfSyncException;
import io.ocfl.api.exception.OcflJavaException;
import io.ocfl.api.exception.OcflNoSuchFileException;
import io.ocfl.api.exception.ValidationException;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import java.io.IOException;
import org.colophon.item.ColophonException;
import org.colophon.item.UnavailableException;
import org.colophon.port.ArchiveDamagedException;

/** Tells a store that does not answer from an object that is not what it should be. */
final class StoreErrors {
    private StoreErrors() {}

    /** Work with the store. */
    @FunctionalInterface
    interface Work<T> {
        T run() throws IOException;
    }

    /** @param what what is being done, to which object: begins the message */
    static <T> T guard(String what, Work<T> work) {
        try {
            return work.run();
        } catch (ColophonException e) {
            throw e;
        } catch (KeyNotFoundException
                | OcflNoSuchFileException
                | NotFoundException
                | CorruptObjectException
                | ObjectOutOfSyncException
                | FixityCheckException
                | InvalidInventoryException
                | ValidationException e) {
            throw new ArchiveDamagedException(what + ": " + e.getMessage(), e);
        } catch (OcflJavaException | StoreUnreachableException | IOException e) {
            throw new UnavailableException("store", what + ": " + e.getMessage(), e);
        }
    }

    /** The same for work without a result. */
    static void guard(String what, Runnable work) {
        guard(what, () -> {
            work.run();
            return null;
        });
    }
}
