package org.colophon.worker.image;

import java.io.IOException;
import java.nio.file.Path;
import org.colophon.worker.image.identify.Identifier;
import org.colophon.worker.image.layout.Flaw;
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
        Names.judge(layout.format(), request.extension(), identification, report);
        if (!layout.format().accepted()) {
            return report.examination();
        }
        structure(layout, request.index(), report);
        validator.validate(file, layout.format(), report);
        page(file, layout, request, allowance, report);
        return report.examination();
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
