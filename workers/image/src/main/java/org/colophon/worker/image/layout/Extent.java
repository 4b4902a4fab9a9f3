package org.colophon.worker.image.layout;

/**
 * Size of a page's stored raster as its header states it, pixels. Not to be trusted before it was compared with a limit.
 */
public record Extent(long width, long height) {

    /** Width × height; saturates instead of overflowing. */
    public long pixels() {
        return height != 0 && width > Long.MAX_VALUE / height ? Long.MAX_VALUE : width * height;
    }
}
