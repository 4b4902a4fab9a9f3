package org.colophon.worker.image.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How much memory a program beside this worker may take: whoever started the worker counts both as one. */
final class MemoryLeft {
    /** Bytes of memory for the worker and its programs together. */
    static final String LIMIT = "colophon.worker.memory";

    private static final long USUAL = 1L << 30;
    private static final long PAGE_BYTES = 4096;

    private MemoryLeft() {}

    /** Bytes that are left beside what the worker itself takes now; none is 0. */
    static long bytes() {
        return Math.max(0, Long.getLong(LIMIT, USUAL) - resident());
    }

    private static long resident() {
        try {
            return Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]) * PAGE_BYTES;
        } catch (IOException e) {
            // Where there is no /proc nobody watches resident memory either
            return Runtime.getRuntime().totalMemory();
        }
    }

    /**
     * Sees that a program can do its work.
     *
     * @param least bytes that it takes at any rate
     * @param most bytes that it may take
     * @return the smaller one of {@code most} and what is left
     * @throws OutOfMemoryError when not even {@code least} is left
     */
    static long bound(long least, long most) {
        long left = bytes();
        if (least > left) {
            throw exhausted("its image takes " + (least >> 20) + " MB when decoded, and " + (left >> 20)
                    + " MB are left for that");
        }
        return Math.min(most, left);
    }

    /** For a page that is too large for this worker; the call ends as one whose heap was exhausted does. */
    static OutOfMemoryError exhausted(String why) {
        return new OutOfMemoryError("decoding JPEG 2000: " + why + "; raise limits.heap if the scan is worth it");
    }
}
