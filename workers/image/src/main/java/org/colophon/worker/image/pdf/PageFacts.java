package org.colophon.worker.image.pdf;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.colophon.worker.image.Plain;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.ImageFacts.Capture;

/** The facts of a page image as its PDF has them: resolution by the page's size, orientation by its rotation. */
final class PageFacts {
    private static final double POINTS = 72;
    /** ISO 32000-1 §7.9.4, in the time zone that it states, as all dates of facts are local. */
    private static final Pattern DATE =
            Pattern.compile("D:([0-9]{4})([01][0-9])([0-3][0-9])([0-2][0-9])([0-5][0-9])([0-5][0-9]).*");

    private PageFacts() {}

    /** @param stored what the image says by itself */
    static ImageFacts of(ImageFacts stored, PageImage image, PDPage page, PDDocument document) {
        PDRectangle box = page.getCropBox();
        double inch = POINTS / page.getUserUnit();
        Double drawn = image.drawn();
        return new ImageFacts(
                stored.width(),
                stored.height(),
                image.orientation(),
                stored.bitsPerSample(),
                stored.photometric(),
                stored.compression(),
                stored.byteOrder(),
                drawn == null ? Double.valueOf(stored.width() * inch / box.getWidth()) : drawn,
                drawn == null ? Double.valueOf(stored.height() * inch / box.getHeight()) : drawn,
                "in.",
                stored.iccProfile(),
                stored.extraSamples(),
                capture(stored.capture(), document.getDocumentInformation()));
    }

    /** Who made the PDF and when, where its image does not say who made that (ISO 32000-1 §14.3.3). */
    private static Capture capture(Capture stored, PDDocumentInformation document) {
        String creator = Plain.line(document.getPropertyStringValue("Creator") instanceof String name ? name : null);
        String producer = Plain.line(document.getPropertyStringValue("Producer") instanceof String name ? name : null);
        String software = creator == null ? producer : creator;
        return new Capture(
                stored.make(),
                stored.model(),
                stored.software() == null ? software : stored.software(),
                stored.dateTime() == null ? date(document.getPropertyStringValue("CreationDate")) : stored.dateTime());
    }

    private static String date(Object stated) {
        Matcher date = DATE.matcher(String.valueOf(stated).strip());
        return date.matches()
                ? String.format(
                        Locale.ROOT,
                        "%s-%s-%sT%s:%s:%s",
                        date.group(1),
                        date.group(2),
                        date.group(3),
                        date.group(4),
                        date.group(5),
                        date.group(6))
                : null;
    }
}
