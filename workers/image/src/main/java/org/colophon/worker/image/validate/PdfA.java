package org.colophon.worker.image.validate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.colophon.worker.image.Allowance;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.Versions;
import org.colophon.worker.image.pdf.Claim;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Task;

/**
 * Whether a PDF is the PDF/A that it says it is, by veraPDF. Its classes are loaded when a PDF claims something; that
 * takes some seconds once, and memory from then on.
 */
final class PdfA {
    private static final String AGENT = "veraPDF";
    private static final long MOST_MILLIS = 15_000;

    private PdfA() {}

    /**
     * What came of it.
     *
     * @param claim e.g. {@code PDF/A-2b}; null when it claims nothing
     * @param broken rules that it breaks, the first of them; null when that could not be judged
     * @param problem why it could not be judged
     */
    record Judgement(String claim, List<String> broken, String problem) {}

    /** Judges a PDF within part of what time is left. */
    static Judgement judge(Path file, Allowance allowance) throws IOException, Task.UndoneException {
        Guarded.Outcome<String> claim = Guarded.call(() -> Claim.of(file));
        if (claim.value() == null) {
            return new Judgement(null, null, claim.problem());
        }
        return judge(file, claim.value(), Math.min(MOST_MILLIS, allowance.millis("judging PDF/A") / 2));
    }

    /** Holds a PDF to a claim for so many milliseconds. */
    static Judgement judge(Path file, String claim, long millis) throws IOException, Task.UndoneException {
        Guarded.Outcome<List<String>> broken = Guarded.call(() -> inTime(file, millis));
        return new Judgement(claim, broken.value(), broken.problem());
    }

    private static List<String> inTime(Path file, long millis) throws Exception {
        VeraPdf judge = new VeraPdf(file);
        FutureTask<List<String>> task = new FutureTask<>(judge);
        // veraPDF recurses as deep as its input goes, and keeps its state by thread
        Thread thread = new Thread(null, task, "pdf-a", 8 << 20);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(millis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        } catch (TimeoutException e) {
            judge.cancel();
            throw new TimeoutException("it took more than " + millis / 1000 + " s");
        }
    }

    /** Reports a judgement; it never refuses: what a PDF claims and what can be read of it are two things. */
    static void report(Judgement judgement, Report report) {
        String claim = judgement.claim();
        String version = Versions.of("verapdf");
        if (claim == null) {
            String why = judgement.problem() == null ? "" : " that can be read (" + judgement.problem() + ")";
            report.ownValidation(Outcome.SUCCESS, "claims no PDF/A" + why);
        } else if (judgement.broken() == null) {
            report.validation(
                    Outcome.WARNING, claim + " is claimed; could not judge: " + judgement.problem(), AGENT, version);
        } else if (judgement.broken().isEmpty()) {
            report.validation(Outcome.SUCCESS, claim + " is claimed, and all its rules hold", AGENT, version);
        } else {
            String rules = String.join("; ", judgement.broken());
            report.validation(Outcome.WARNING, claim + " is claimed, and is not: " + rules, AGENT, version);
            report.note(
                    "pdf-a",
                    "The PDF claims to be " + claim + ", but veraPDF finds that it is not ("
                            + judgement.broken().get(0)
                            + "). It is kept as it is; make it anew where PDF/A is asked for.");
        }
    }
}
