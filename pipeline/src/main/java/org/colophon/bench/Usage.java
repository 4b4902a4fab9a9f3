package org.colophon.bench;

/**
 * What something cost.
 *
 * @param cpuNanos CPU time, user and system, nanoseconds
 * @param read bytes that read calls gave: files, pipes and sockets
 * @param written bytes given to write calls
 */
record Usage(long cpuNanos, long read, long written) {
    static final Usage NONE = new Usage(0, 0, 0);

    Usage plus(Usage other) {
        return new Usage(cpuNanos + other.cpuNanos, read + other.read, written + other.written);
    }

    /** What was added since; never less than nothing, since several clocks of different grain are compared. */
    Usage since(Usage before) {
        return new Usage(
                Math.max(0, cpuNanos - before.cpuNanos),
                Math.max(0, read - before.read),
                Math.max(0, written - before.written));
    }

    double cpuSeconds() {
        return cpuNanos / 1e9;
    }
}
