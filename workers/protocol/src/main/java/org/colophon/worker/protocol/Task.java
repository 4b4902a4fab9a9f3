package org.colophon.worker.protocol;

/** What a worker's main does with a call. */
@FunctionalInterface
public interface Task {

    /**
     * Does the work.
     *
     * @throws RefusedException when the input is at fault
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
}
