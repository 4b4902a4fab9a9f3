package org.colophon.worker.image.pdf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.colophon.worker.image.Allowance;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.ImagePage;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.facts.Facts;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.Layouts;
import org.colophon.worker.image.layout.PdfFile;
import org.colophon.worker.image.layout.PdfLayout;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Task;

/** One page of a PDF: taken out or drawn as an image file, which then goes the way of every image. */
public final class PdfPage {
    private PdfPage() {}

    /**
     * Examines a page of a PDF whose structure is whole.
     *
     * @throws Task.UndoneException when time was over, or a program is not installed that its image needs
     */
    public static void examine(Path file, PdfLayout layout, Request.Examine request, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        if (layout.locked()) {
            locked(report);
            return;
        }
        Guarded.Outcome<Boolean> outcome = Guarded.call(() -> {
            try (PdfFile pdf = PdfFile.open(file)) {
                examine(pdf, request, allowance, report);
            }
            return true;
        });
        if (outcome.value() == null) {
            report.ownValidation(Outcome.FAILURE, "full decode: " + outcome.problem());
            report.reject(Flaw.damaged(
                    "page " + (request.index() + 1) + " of the PDF cannot be read (" + outcome.problem() + ")"));
        }
    }

    private static void examine(PdfFile pdf, Request.Examine request, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        PDPage page = pdf.page(request.index());
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
        int dpi = request.terms().drawingDpi();
        ImagePage.tooLarge(contents.largest(), allowance.pixels(), report);
        if (only == null) {
            ImagePage.tooLarge(DrawnPage.extent(page, dpi), allowance.pixels(), report);
        }
        if (report.refused()) {
            return;
        }
        if (only != null) {
            Unpacked.check(only);
        }
        Path outputs = Path.of(request.outputs());
        PageImage image = only == null
                ? DrawnPage.write(pdf.document(), request.index(), dpi, outputs)
                : EmbeddedImage.write(only, orientation(page), outputs);
        judge(pdf, page, image, outputs, allowance, report);
    }

    private static void judge(
            PdfFile pdf, PDPage page, PageImage image, Path outputs, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        Layout layout = Layouts.of(image.file(), false);
        // What an image says of its own resolution and orientation does not count inside a PDF
        ImageFacts stored = Facts.of(image.file(), layout, 0, new Report());
        Flaw flaw = layout.flaw() == null && stored == null ? Flaw.damaged("its image states no size") : layout.flaw();
        if (flaw != null) {
            report.ownValidation(Outcome.FAILURE, "page image: " + flaw.text());
            report.reject(flaw.rule(), "The image of this page of the PDF: " + flaw.text());
            return;
        }
        ImageFacts facts = PageFacts.of(stored, image, page, pdf.document());
        report.measured(facts);
        report.extraction(Outcome.SUCCESS, "page image " + facts.width() + " × " + facts.height() + ", " + image.how());
        if (layout.format() == Format.JPEG_2000) {
            // Its decoding writes the page image; taken out as it is, nobody could read it
            ImagePage.decode(image.file(), layout, 0, facts, outputs, allowance, report);
            Files.delete(image.file());
            return;
        }
        report.wrote(new Derived(
                Derived.Role.PAGE_IMAGE,
                image.file().getFileName().toString(),
                image.mime(),
                facts.width(),
                facts.height(),
                image.how()));
        ImagePage.decode(image.file(), layout, 0, facts, outputs, allowance, report);
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
