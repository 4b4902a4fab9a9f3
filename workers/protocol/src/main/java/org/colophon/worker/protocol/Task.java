package org.colophon.worker.protocol;

/** What a worker's main does with a call. */
@FunctionalInterface
public interface Task {

    /**
     * Does the work.
     *
     * @throws RefusedException when the input is at fault
     * @throws UndoneException when the work was not done, and nothing is said against the input
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

    /** The work was not done, and nothing is said against the input; the worker itself is whole and takes the next call. */
    abstract sealed class UndoneException extends Exception permits DeadlineException, MissingToolException {
        private static final long serialVersionUID = 1L;

        UndoneException(String message) {
            super(message);
        }
    }

    /** The time of {@link Limits#millis()} passed. */
    final class DeadlineException extends UndoneException {
        private static final long serialVersionUID = 1L;

        /** @param detail for the log: what was being done, and for how long */
        public DeadlineException(String detail) {
            super(detail);
        }
    }

    /** A program that the work needs is not installed: the input waits until it is. */
    final class MissingToolException extends UndoneException {
        private static final long serialVersionUID = 1L;

        /** @param sentence for the operator: what is missing, and how to get it */
        public MissingToolException(String sentence) {
            super(sentence);
        }
    }
}
