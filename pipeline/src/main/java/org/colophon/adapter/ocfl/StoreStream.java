package org.colophon.adapter.ocfl;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * An object on its way from the store. A connection that breaks in the middle is a {@link StoreUnreachableException},
 * since ocfl-java takes every {@link IOException} of a stream for a damaged object.
 */
final class StoreStream extends FilterInputStream {
    private final StoreCalls calls;
    private final String what;

    StoreStream(StoreCalls calls, String what, InputStream in) {
        super(in);
        this.calls = calls;
        this.what = what;
    }

    @Override
    public int read() {
        return calls.make(what, super::read);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        return calls.make(what, () -> super.read(buffer, offset, length));
    }

    @Override
    public long skip(long n) {
        return calls.make(what, () -> super.skip(n));
    }

    @Override
    public int available() {
        return calls.make(what, super::available);
    }
}
