package org.colophon.worker.protocol;

/**
 * A file a worker made from a page.
 *
 * @param role what it is for
 * @param file name inside the outputs folder
 * @param mime media type
 * @param width pixels
 * @param height pixels
 * @param how how it was made, e.g. {@code embedded JPEG taken out unchanged}
 */
public record Derived(Role role, String file, String mime, int width, int height, String how) {

    /** What a derivative is for. */
    public enum Role {
        /** At most 400 px on its longer side, JPEG. */
        THUMBNAIL,
        /** At most 1600 px wide, JPEG. */
        READING,
        /** The page of a PDF as an image file, at the size that the page's facts state. */
        PAGE_IMAGE
    }
}
