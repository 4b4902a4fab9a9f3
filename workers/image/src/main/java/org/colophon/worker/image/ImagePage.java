package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Path;
import org.colophon.worker.image.facts.Facts;
import org.colophon.worker.image.layout.Extent;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Jpeg2000Layout;
import org.colophon.worker.image.layout.JpegLayout;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.SimpleLayout;
import org.colophon.worker.image.raster.PageRaster;
import org.colophon.worker.image.raster.Source;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Task;

/** One page of an image file: measured, held against the limits, decoded, derived. */
public final class ImagePage {
    private ImagePage() {}

    /**
     * The facts of the page, reported; null when it cannot be measured, which is reported as damage.
     *
     * @param most pixels a page may have
     */
    public static ImageFacts measure(Path file, Layout layout, int index, long most, Report report) throws IOException {
        ImageFacts facts = Facts.of(file, layout, index, report);
        report.measured(facts);
        report.extraction(
                facts == null ? Outcome.FAILURE : Outcome.SUCCESS,
                facts == null ? "the header states no size" : summary(facts));
        if (facts == null) {
            if (!report.refused()) {
                report.reject(Flaw.damaged("its header states no usable size"));
            }
            return null;
        }
        tooLarge(new Extent(facts.width(), facts.height()), most, report);
        if (layout instanceof JpegLayout jpeg && jpeg.trailing() > 0) {
            report.warn(
                    "trailing-bytes",
                    jpeg.trailing() + " bytes follow the end of the image; a second image there is not looked at.");
        }
        if (layout instanceof SimpleLayout simple && simple.frames() > 1) {
            report.warn(
                    "several-frames",
                    "It is a moving image of " + simple.frames()
                            + " pictures; the first is taken for the page, the others are kept but not looked at.");
        }
        return facts;
    }

    /** Rejects a page that is larger than the limit. */
    public static void tooLarge(Extent extent, long most, Report report) {
        if (extent.pixels() > most) {
            report.reject(
                    "too-large",
                    "The page is " + extent.width() + " × " + extent.height() + " pixels; the limit is " + most
                            + " pixels a page. Scan it at a lower resolution or in parts, or raise limits.pixels.");
        }
    }

    /**
     * Decodes a page that was measured, unless something refuses it already.
     *
     * @throws Task.UndoneException when a program is missing that the format needs, or time was over
     */
    public static void decode(
            Path file, Layout layout, int index, ImageFacts facts, Path outputs, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        if (facts == null || report.refused()) {
            return;
        }
        if (layout instanceof Jpeg2000Layout jpeg2000) {
            Jpeg2000Page.decode(file, jpeg2000, facts, outputs, allowance, report);
        } else {
            PageRaster.decode(Source.of(file, layout.format(), index), facts, outputs, report);
        }
    }

    private static String summary(ImageFacts facts) {
        return facts.width() + " × " + facts.height() + " pixels, " + facts.bitsPerSample() + " bits, "
                + facts.photometric() + ", " + facts.compression();
    }
}
