package org.colophon.worker.image;

import java.util.concurrent.Callable;
import org.colophon.worker.protocol.Task;

/**
 * The one place where a stranger's bytes meet a decoder. Decoders throw not only IOException at broken files but
 * ClassCastException, NegativeArraySizeException, StackOverflowError, even bare Errors; all of these say "this file is
 * broken" and must become a verdict. Memory, time or disk that ran out, and a tool that is missing, say nothing of the kind
 * and pass through.
 */
public final class Guarded {
    private Guarded() {}

    /**
     * How a call ended.
     *
     * @param value what it gave, or null
     * @param problem why it gave nothing, one line, or null
     */
    public record Outcome<T>(T value, String problem) {}

    /** Calls, and turns whatever is thrown into a problem, but what is no fault of the bytes. */
    public static <T> Outcome<T> call(Callable<T> work) throws Task.UndoneException, WorkerFailureException {
        try {
            return new Outcome<>(work.call(), null);
        } catch (OutOfMemoryError | Task.UndoneException | WorkerFailureException e) {
            throw e;
        } catch (Throwable e) {
            String message = e.getMessage() == null ? "" : ": " + e.getMessage();
            return new Outcome<>(null, Plain.line(e.getClass().getSimpleName() + message));
        }
    }
}
