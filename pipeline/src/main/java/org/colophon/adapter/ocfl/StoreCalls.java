package org.colophon.adapter.ocfl;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.ocfl.api.exception.OcflIOException;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Optional;
import java.util.Set;

/** Makes calls to the store, tells what their failures mean, and remembers when it was out of reach. */
final class StoreCalls {
    /** Codes that say "not now" or "not you" rather than anything about an object. */
    private static final Set<String> ABOUT_THE_STORE =
            Set.of("NoSuchBucket", "NoSuchUpload", "OperationAborted", "RequestTimeout");

    private int unreachable;
    private StoreUnreachableException last;

    /** A call that fails in the SDK's ways. */
    @FunctionalInterface
    interface StoreCall<T> {
        /** Does it. */
        T call() throws MinioException, IOException;
    }

    /**
     * Makes the call once; retrying is the caller's matter.
     *
     * @param what what is being done to which key, for the message
     * @throws KeyNotFoundException when the store says that there is no such key
     * @throws StoreUnreachableException when the store says nothing about the key
     * @throws OcflIOException when the store refused the request as such, or a local file cannot be read or written
     */
    <T> T make(String what, StoreCall<T> call) {
        try {
            return call.call();
        } catch (StoreUnreachableException | KeyNotFoundException e) {
            throw e;
        } catch (MinioException | IOException | RuntimeException e) {
            RuntimeException meaning = meaning(what, e);
            if (meaning instanceof StoreUnreachableException away) {
                remember(away);
            }
            throw meaning;
        }
    }

    private synchronized void remember(StoreUnreachableException away) {
        unreachable++;
        last = away;
    }

    /** How many calls so far found the store out of reach. */
    synchronized int unreachable() {
        return unreachable;
    }

    /** The last call that found it so, if there was one after {@link #unreachable} told {@code before}. */
    synchronized Optional<StoreUnreachableException> unreachableSince(int before) {
        return unreachable > before ? Optional.of(last) : Optional.empty();
    }

    /** The unchecked exception that a failure becomes. */
    private static RuntimeException meaning(String what, Exception failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof ErrorResponseException refused) {
                return meaning(what, refused);
            }
            if (at instanceof FileSystemException || at instanceof FileNotFoundException) {
                return new OcflIOException(new IOException(what + ": " + at.getMessage(), failure));
            }
            if (at instanceof MinioException || at instanceof IOException) {
                // The SDK wraps what broke on the way, even in an IllegalStateException.
                return new StoreUnreachableException(
                        "The store does not answer (" + what + "): " + root(at) + ". Is it running, is the network up?",
                        failure);
            }
        }
        return failure instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(what, failure);
    }

    private static RuntimeException meaning(String what, ErrorResponseException refused) {
        int status = refused.response() == null ? 0 : refused.response().code();
        String code = String.valueOf(refused.errorResponse().code());
        String said = what + ": " + status + " " + code + ", "
                + refused.errorResponse().message();
        if (status == 401 || status == 403) {
            return new StoreUnreachableException(
                    "The store refuses us (" + said + "). Look at store.access-key, store.secret-key and the clock.",
                    refused);
        }
        if (ABOUT_THE_STORE.contains(code) || status >= 500 || status == 429 || (status >= 300 && status < 400)) {
            return new StoreUnreachableException(
                    "The store cannot serve us (" + said + "). Look at its own log.", refused);
        }
        if (status == 404) {
            return new KeyNotFoundException(said, refused);
        }
        if (status == 200) {
            // A multipart completion that failed after its 200 was on the way.
            return new StoreUnreachableException(
                    "The store cannot serve us (" + said + "). Look at its own log.", refused);
        }
        return new OcflIOException(new IOException(said, refused));
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
