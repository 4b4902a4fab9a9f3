package org.colophon.worker.image.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.colophon.worker.image.Allowance;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.image.layout.Layout;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Task;

/**
 * Reports JHOVE's opinion, and veraPDF's. They never refuse a page by themselves: JHOVE calls truncated files valid and
 * readable ones ill-formed, and the default profile takes whatever is readable. What was said of the last file is kept,
 * because the pages of one file are examined one after another.
 */
public final class Validator {
    /** @param pdfA null for what is no PDF */
    private record Judged(
            Path file, long size, FileTime changed, Guarded.Outcome<Jhove.Opinion> opinion, PdfA.Judgement pdfA) {}

    private Judged last;

    /** Judges the file as a whole. */
    public void validate(Path file, Layout layout, Allowance allowance, Report report)
            throws IOException, Task.UndoneException {
        Format format = layout.format();
        if (!Jhove.knows(layout)) {
            report.ownValidation(
                    Outcome.SUCCESS, "its parts hold together (JHOVE has no module for such a " + format.label() + ")");
            return;
        }
        Judged judged = judged(file, format, allowance);
        if (judged.pdfA() != null) {
            PdfA.report(judged.pdfA(), report);
        }
        Guarded.Outcome<Jhove.Opinion> opinion = judged.opinion();
        if (opinion.value() == null) {
            report.validation(Outcome.WARNING, "JHOVE could not judge it: " + opinion.problem(), "JHOVE", "unknown");
            report.warn("jhove", "The validator JHOVE could not judge this file (" + opinion.problem() + ").");
            return;
        }
        report(opinion.value(), report);
    }

    private static void report(Jhove.Opinion opinion, Report report) {
        String verdict = opinion.wellFormed()
                ? opinion.valid() ? "well-formed and valid" : "well-formed, but not valid"
                : "not well-formed";
        String messages = String.join("; ", opinion.messages());
        boolean good = opinion.wellFormed() && opinion.valid();
        report.validation(
                good ? Outcome.SUCCESS : Outcome.WARNING,
                messages.isEmpty() ? verdict : verdict + ": " + messages,
                opinion.agent(),
                opinion.version());
        if (!good) {
            String first = opinion.messages().isEmpty()
                    ? "no reason given"
                    : opinion.messages().get(0);
            report.warn("jhove", "The validator JHOVE calls this file " + verdict + " (" + first + ").");
        }
    }

    private Judged judged(Path file, Format format, Allowance allowance) throws IOException, Task.UndoneException {
        long size = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);
        boolean same = last != null
                && last.file().equals(file)
                && last.size() == size
                && last.changed().equals(changed);
        if (!same) {
            Guarded.Outcome<Jhove.Opinion> opinion = Guarded.call(() -> Jhove.judge(file, format));
            PdfA.Judgement pdfA = format == Format.PDF ? PdfA.judge(file, allowance) : null;
            last = new Judged(file, size, changed, opinion, pdfA);
        }
        return last;
    }
}
