package org.colophon.worker.protocol;

import java.util.List;

/**
 * What a worker must know of the standard a page is held against, to look at it at all.
 *
 * @param formats formats that are taken besides those that always are, by the names of the image worker's formats, e.g.
 *     {@code GIF}; all others are identified and refused
 * @param drawingDpi resolution at which a page of a PDF is drawn that is not just one image, dots per inch
 */
public record Terms(List<String> formats, int drawingDpi) {
    /** What holds where nobody says otherwise. */
    public static final Terms USUAL = new Terms(List.of(), 300);

    public Terms {
        formats = List.copyOf(formats);
    }
}
