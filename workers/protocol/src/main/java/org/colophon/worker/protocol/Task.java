package org.colophon.worker.protocol;

/** What a worker's main does with a call. */
@FunctionalInterface
public interface Task {

    /**
     * Does the work.
     *
     * @throws RefusedException when the input is at fault
     * @throws DeadlineException when the limit of time passed before the work was done
     * @throws Exception anything else is the worker's failure; the loop turns it into a reply
     */
    Result perform(Call call) throws Exception;

    /** The input is at fault: a verdict, no retry. */
    final class RefusedException extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param reason a sentence for the technician: what is wrong, and what to do */
        public RefusedException(String reason) {
            super(reason);
        }
    }

    /** The time of {@link Limits#millis()} passed; the worker itself is whole and takes the next call. */
    final class DeadlineException extends Exception {
        private static final long serialVersionUID = 1L;

        /** @param detail for the log: what was being done, and for how long */
        public DeadlineException(String detail) {
            super(detail);
        }
    }
}
