package org.colophon.worker.image.pdf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.ImagePage;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.facts.Facts;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.Layouts;
import org.colophon.worker.image.layout.PdfFile;
import org.colophon.worker.image.layout.PdfLayout;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.ImageFacts;

/** One page of a PDF: taken out or drawn as an image file, which then goes the way of every image. */
public final class PdfPage {
    private static final double POINTS = 72;

    private PdfPage() {}

    /**
     * Examines a page of a PDF whose structure is whole.
     *
     * @param most pixels a page may have
     */
    public static void examine(Path file, PdfLayout layout, int index, long most, Path outputs, Report report)
            throws IOException {
        if (layout.locked()) {
            locked(report);
            return;
        }
        Guarded.Outcome<Boolean> outcome = Guarded.call(() -> {
            try (PdfFile pdf = PdfFile.open(file)) {
                examine(pdf, index, most, outputs, report);
            }
            return true;
        });
        if (outcome.value() == null) {
            report.ownValidation(Outcome.FAILURE, "full decode: " + outcome.problem());
            report.reject(
                    Flaw.damaged("page " + (index + 1) + " of the PDF cannot be read (" + outcome.problem() + ")"));
        }
    }

    private static void examine(PdfFile pdf, int index, long most, Path outputs, Report report) throws IOException {
        PDPage page = pdf.page(index);
        if (pdf.document().isEncrypted()) {
            locked(report);
        }
        active(ActiveContent.in(pdf.document().getDocumentCatalog().getCOSObject(), page.getCOSObject()), report);
        if (report.refused()) {
            return;
        }
        Unpacked.check(page);
        PageContents contents = PageContents.of(page);
        PDImageXObject only = contents.only();
        ImagePage.tooLarge(contents.largest(), most, report);
        if (only == null) {
            ImagePage.tooLarge(DrawnPage.extent(page), most, report);
        } else if (EmbeddedImage.isJpeg2000(only)) {
            report.reject(
                    "format-not-accepted",
                    "This page of the PDF is a JPEG 2000 image, which is not taken. Deliver the page as TIFF, JPEG or"
                            + " PNG.");
        }
        if (report.refused()) {
            return;
        }
        if (only != null) {
            Unpacked.check(only);
        }
        PageImage image = only == null
                ? DrawnPage.write(pdf.document(), index, outputs)
                : EmbeddedImage.write(only, orientation(page), outputs);
        judge(image, page, only != null, outputs, report);
    }

    private static void judge(PageImage image, PDPage page, boolean embedded, Path outputs, Report report)
            throws IOException {
        Layout layout = Layouts.of(image.file(), false);
        // What an image says of its own resolution and orientation does not count inside a PDF
        ImageFacts stored = Facts.of(image.file(), layout, 0, new Report());
        Flaw flaw = layout.flaw() == null && stored == null ? Flaw.damaged("its image states no size") : layout.flaw();
        if (flaw != null) {
            report.ownValidation(Outcome.FAILURE, "page image: " + flaw.text());
            report.reject(flaw.rule(), "The image of this page of the PDF: " + flaw.text());
            return;
        }
        ImageFacts facts = placed(stored, image, page, embedded);
        report.measured(facts);
        report.extraction(Outcome.SUCCESS, "page image " + facts.width() + " × " + facts.height() + ", " + image.how());
        report.wrote(new Derived(
                Derived.Role.PAGE_IMAGE,
                image.file().getFileName().toString(),
                image.mime(),
                facts.width(),
                facts.height(),
                image.how()));
        ImagePage.decode(image.file(), layout, 0, facts, outputs, report);
    }

    /** The image's facts as the page shows it: resolution by the page's size, orientation by its rotation. */
    private static ImageFacts placed(ImageFacts stored, PageImage image, PDPage page, boolean embedded) {
        PDRectangle box = page.getCropBox();
        double inch = POINTS / page.getUserUnit();
        Double x = embedded ? stored.width() * inch / box.getWidth() : Double.valueOf(DrawnPage.DPI);
        Double y = embedded ? stored.height() * inch / box.getHeight() : Double.valueOf(DrawnPage.DPI);
        return new ImageFacts(
                stored.width(),
                stored.height(),
                image.orientation(),
                stored.bitsPerSample(),
                stored.photometric(),
                stored.compression(),
                stored.byteOrder(),
                x,
                y,
                "in.",
                stored.iccProfile(),
                stored.extraSamples(),
                stored.capture());
    }

    private static int orientation(PDPage page) {
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 -> 6;
            case 180 -> 3;
            case 270 -> 8;
            default -> 1;
        };
    }

    private static void locked(Report report) {
        report.reject(
                "encrypted", "The PDF is encrypted. Save it without password and restrictions, and deliver it again.");
    }

    private static void active(Set<ActiveContent.Kind> kinds, Report report) {
        for (ActiveContent.Kind kind : kinds) {
            switch (kind) {
                case SCRIPT ->
                    report.reject(
                            "pdf-script", "The PDF contains JavaScript. Print or save it as a plain PDF of the scans.");
                case LAUNCH ->
                    report.reject(
                            "pdf-launch",
                            "The PDF would start a program on the reader's machine. Save it as a plain PDF of the scans.");
                case XFA_FORM ->
                    report.reject(
                            "pdf-xfa",
                            "The PDF is an XFA form, which draws itself by program. Print it to a plain PDF first.");
                case EMBEDDED_FILE ->
                    report.warn(
                            "pdf-embedded-file",
                            "The PDF carries other files inside; these are kept but not looked at.");
            }
        }
    }
}
