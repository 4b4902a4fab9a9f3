package org.colophon.worker.image.validate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Task;

/**
 * Reports JHOVE's opinion. It never refuses a page by itself: JHOVE calls truncated files valid and readable ones
 * ill-formed, and the default profile takes whatever is readable. The last file's opinion is kept, because the pages of
 * one file are examined one after another.
 */
public final class Validator {
    private record Judged(Path file, long size, FileTime changed, Guarded.Outcome<Jhove.Opinion> opinion) {}

    private Judged last;

    /** Judges the file as a whole. */
    public void validate(Path file, Format format, Report report) throws IOException, Task.UndoneException {
        if (!Jhove.knows(format)) {
            report.ownValidation(Outcome.SUCCESS, "chunks and check sums hold (JHOVE has no PNG module)");
            return;
        }
        Guarded.Outcome<Jhove.Opinion> opinion = opinion(file, format);
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

    private Guarded.Outcome<Jhove.Opinion> opinion(Path file, Format format) throws IOException, Task.UndoneException {
        long size = Files.size(file);
        FileTime changed = Files.getLastModifiedTime(file);
        boolean same = last != null
                && last.file().equals(file)
                && last.size() == size
                && last.changed().equals(changed);
        if (!same) {
            last = new Judged(file, size, changed, Guarded.call(() -> Jhove.judge(file, format)));
        }
        return last.opinion();
    }
}
