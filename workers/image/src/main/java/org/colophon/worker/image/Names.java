package org.colophon.worker.image;

import java.util.List;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.protocol.Identification;

/** Whether a file is what its name says, and of a format that can be taken. */
final class Names {
    private static final String DELIVER = "Deliver the page as TIFF, JPEG, JPEG 2000, PNG or PDF.";

    private Names() {}

    /** @param besides formats that are taken besides the usual ones */
    static void judge(
            Format format, String extension, List<String> besides, Identification identification, Report report) {
        if (format == Format.UNKNOWN) {
            report.reject(
                    "not-an-image",
                    "This is not an image but " + identification.formatName() + " (" + identification.mime() + "). "
                            + DELIVER);
        } else if (!format.taken(besides)) {
            report.reject("format-not-accepted", "This is a " + format.label() + ", which is not taken. " + DELIVER);
        } else if (extension.isEmpty()) {
            report.note("no-extension", "The name has no extension; by its content this is a " + format.label() + ".");
        } else if (!format.named(extension)) {
            // How grave that is, the standard says: what the file is has been found out all the same
            report.warn(
                    "wrong-extension",
                    "The name ends in ." + extension + ", but this is a " + format.label()
                            + ". Give the file the right extension, or deliver the image that was meant.");
        }
    }
}
