package org.colophon.adapter.workers;

import java.util.concurrent.Semaphore;
import org.colophon.item.UnavailableException;

/** Admits large pages to all workers together, so that several at once do not exhaust the machine. */
final class PixelBudget {
    private static final long UNIT = 1_000_000;

    private final int whole;
    private final Semaphore megapixels;

    /** @param pixels most pixels under work at a time; one larger page is let in alone */
    PixelBudget(long pixels) {
        this.whole = (int) Math.max(1, pixels / UNIT);
        this.megapixels = new Semaphore(whole, true);
    }

    /** Waits until there is room; {@link #leave} with the result. */
    int enter(long pixels) {
        int share = (int) Math.min(whole, Math.max(1, pixels / UNIT));
        try {
            megapixels.acquire(share);
            return share;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("workers", "interrupted while waiting for room for a large page", e);
        }
    }

    void leave(int share) {
        megapixels.release(share);
    }
}
