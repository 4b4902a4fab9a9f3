package org.colophon.worker.protocol;

/**
 * What one call may cost. The worker keeps to these by itself where it can; the parent kills it where it does not.
 *
 * @param pixels most pixels (width × height) of one page, read from the header before anything is decoded
 * @param millis wall-clock milliseconds for the whole call
 */
public record Limits(long pixels, long millis) {}
