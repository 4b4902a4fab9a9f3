package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.image.identify.Identifier;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.image.layout.Layouts;
import org.colophon.worker.image.layout.PdfLayout;
import org.colophon.worker.image.pdf.PdfPage;
import org.colophon.worker.image.validate.Validator;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Task;

/** Answers {@link Request.Examine}. {@link #examine} is the way of a page through this worker. */
final class Examiner {
    private final Identifier identifier = new Identifier();
    private final Validator validator = new Validator();

    /**
     * Examines one page.
     *
     * @throws IOException when the file cannot be read at all, or the outputs not written
     * @throws Task.UndoneException when time was over, or a program is not installed that the format needs
     */
    Result.Examination examine(Request.Examine request, Allowance allowance) throws IOException, Task.UndoneException {
        Report report = new Report();
        Path file = Path.of(request.file());
        Layout layout = Layouts.of(file, true);
        if (layout.flaw() != null && layout.flaw().rule().equals("empty")) {
            report.reject(layout.flaw());
            return report.examination();
        }
        Identification identification = identifier.identify(file, layout.format(), report);
        Format format = layout.format();
        List<String> besides = request.terms().formats();
        Names.judge(format, request.extension(), besides, identification, report);
        if (!format.taken(besides)) {
            return report.examination();
        }
        if (format.unread()) {
            unread(layout, report);
            return report.examination();
        }
        structure(layout, request.index(), report);
        validator.validate(file, layout, allowance, report);
        page(file, layout, request, allowance, report);
        return report.examination();
    }

    /** Kept because the standard names it: what can be said is whether it is cut off. */
    private static void unread(Layout layout, Report report) {
        Format format = layout.format();
        report.ownValidation(Outcome.WARNING, "not looked into: no reader for a " + format.label() + " is here");
        if (layout.flaw() != null) {
            report.reject(layout.flaw());
            return;
        }
        report.warn(
                "not-looked-into",
                "This is a " + format.label()
                        + ", for which no reader is here. The file is kept as it is; the page will"
                        + " have no image and no text.");
    }

    private static void structure(Layout layout, int index, Report report) {
        Flaw flaw = layout.flaw(index);
        if (flaw == null && index >= layout.pages()) {
            flaw = Flaw.damaged("it has " + layout.pages() + " pages, and page " + (index + 1) + " was asked for");
        }
        if (flaw == null) {
            report.ownValidation(Outcome.SUCCESS, "structure: whole");
        } else {
            report.ownValidation(Outcome.FAILURE, "structure: " + flaw.text());
            report.reject(flaw);
        }
    }

    private static void page(Path file, Layout layout, Request.Examine request, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        if (layout instanceof PdfLayout pdf) {
            if (!report.refused()) {
                PdfPage.examine(file, pdf, request, allowance, report);
            }
            return;
        }
        Path outputs = Path.of(request.outputs());
        ImageFacts facts = ImagePage.measure(file, layout, request.index(), allowance.pixels(), report);
        ImagePage.decode(file, layout, request.index(), facts, outputs, allowance, report);
    }
}
