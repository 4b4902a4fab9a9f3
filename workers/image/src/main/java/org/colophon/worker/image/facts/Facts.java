package org.colophon.worker.image.facts;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.image.layout.Extent;
import org.colophon.worker.image.layout.FileBytes;
import org.colophon.worker.image.layout.Jpeg2000Layout;
import org.colophon.worker.image.layout.JpegLayout;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.PngLayout;
import org.colophon.worker.image.layout.SimpleLayout;
import org.colophon.worker.image.layout.TiffLayout;
import org.colophon.worker.protocol.ImageFacts;

/** Technical metadata of an image page, the same for every format, read from the file's own structure. */
public final class Facts {
    private Facts() {}

    /**
     * The facts of one page, and findings where its resolution is missing or absurd, or its profile lies.
     *
     * @return null when the header does not even state a size, or one beyond 2^31 − 1
     */
    public static ImageFacts of(Path file, Layout layout, int index, Report report) throws IOException {
        Measured measured;
        if (layout instanceof TiffLayout tiff) {
            try (FileBytes bytes = FileBytes.open(file)) {
                measured = index < tiff.ifds().size() ? TiffFacts.of(bytes, tiff, index) : null;
            }
        } else if (layout instanceof JpegLayout jpeg) {
            measured = JpegFacts.of(jpeg);
        } else if (layout instanceof PngLayout png) {
            measured = PngFacts.of(png);
        } else if (layout instanceof Jpeg2000Layout jpeg2000) {
            measured = Jpeg2000Facts.of(jpeg2000);
        } else if (layout instanceof SimpleLayout simple) {
            measured = SimpleFacts.of(simple);
        } else {
            measured = null;
        }
        if (measured == null || !measured.readable()) {
            return null;
        }
        measured.resolution().judge(report);
        String lie = IccProfile.problem(measured.icc(), measured.photometric());
        if (lie != null) {
            report.warn(
                    "icc-profile-broken",
                    "The embedded colour profile " + lie
                            + "; the page's colours may be shown wrongly. Check the scanner's colour settings.");
        }
        return measured.facts();
    }

    /** What a format's reader found, in the format's own terms as far as they are common. */
    record Measured(
            Extent extent,
            List<Integer> bits,
            String photometric,
            String compression,
            String byteOrder,
            int extraSamples,
            Blob icc,
            String namedProfile,
            int orientation,
            Resolution resolution,
            Capturing capture) {

        boolean readable() {
            return extent != null
                    && extent.width() > 0
                    && extent.height() > 0
                    && extent.width() <= Integer.MAX_VALUE
                    && extent.height() <= Integer.MAX_VALUE;
        }

        ImageFacts facts() {
            String profile = IccProfile.description(icc);
            return new ImageFacts(
                    (int) extent.width(),
                    (int) extent.height(),
                    orientation,
                    bits,
                    photometric,
                    compression,
                    byteOrder,
                    resolution.plausible() ? resolution.xDpi() : null,
                    resolution.plausible() ? resolution.yDpi() : null,
                    resolution.x() == null ? null : resolution.unit().term(),
                    profile == null ? namedProfile : profile,
                    extraSamples,
                    capture.facts());
        }
    }
}
