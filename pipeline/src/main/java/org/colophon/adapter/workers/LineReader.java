package org.colophon.adapter.workers;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads lines of UTF-8, none longer than a bound: a worker that floods its output costs no memory here. */
final class LineReader {
    private final InputStream in;
    private final int longest;

    /** @param longest most bytes of a line */
    LineReader(InputStream in, int longest) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.longest = longest;
    }

    /** The next line without its end, or null at the end of the stream; half a line at the end is dropped. */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 10);
        for (int b = in.read(); b >= 0; b = in.read()) {
            if (b == '\n') {
                return line.toString(StandardCharsets.UTF_8);
            }
            if (line.size() >= longest) {
                throw new IOException("a line of more than " + longest + " bytes");
            }
            line.write(b);
        }
        return null;
    }
}
