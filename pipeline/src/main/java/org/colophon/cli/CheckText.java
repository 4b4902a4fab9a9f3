package org.colophon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.colophon.examine.DryRun.Checked;
import org.colophon.examine.quality.Profile;
import org.colophon.intake.FoundObjects.FoundObject;
import org.colophon.worker.protocol.Finding;

/** What was found, as lines for people: a page at a time, as soon as it is known. */
final class CheckText {
    private static final int WIDEST = 40;

    private final PrintWriter out;
    private final Profile profile;

    CheckText(PrintWriter out, Profile profile) {
        this.out = out;
        this.profile = profile;
    }

    /** What the scans are held against. */
    void head() {
        out.println("Quality profile: " + profile.name()
                + (profile.title().equals(profile.name()) ? "" : " (" + profile.title() + ")"));
    }

    /** Heads an object, and prints its pages. */
    Consumer<Checked> of(FoundObject object) {
        out.println();
        out.println(CheckCommand.name(object));
        int width = object.scans().stream()
                .mapToInt(scan -> Plain.line(scan.name(), WIDEST).length())
                .max()
                .orElse(0);
        String row = "%5d  %-" + Math.max(1, width) + "s  %-8s  %s";
        return page -> {
            List<Finding> findings = page.own();
            String first = findings.isEmpty() ? "" : sentence(findings.get(0));
            print(String.format(
                    Locale.ROOT,
                    row,
                    page.n(),
                    Plain.line(page.name(), WIDEST),
                    page.refused() ? "refused" : "accepted",
                    first));
            String indent = " ".repeat(7 + Math.max(1, width) + 12);
            findings.stream().skip(1).forEach(finding -> print(indent + sentence(finding)));
        };
    }

    private void print(String line) {
        out.println(line.stripTrailing());
        out.flush();
    }

    private static String sentence(Finding finding) {
        String mark = finding.level() == Finding.Level.NOTE ? "(note) " : "";
        return mark + Plain.line(finding.text());
    }

    /** What showed only when the pages were seen together. */
    void end(FoundObject object, List<Checked> pages) {
        if (object.problem() != null) {
            out.println();
            out.println(CheckCommand.name(object));
            out.println("       could not be taken in: " + Plain.line(object.problem()));
            return;
        }
        for (Checked page : pages) {
            page.compared()
                    .forEach(finding -> print("       together with the others: page " + page.n() + ", "
                            + Plain.line(page.name(), WIDEST) + ": " + sentence(finding)));
        }
    }

    void total(int objects, int pages, int refused, int faulty) {
        out.println();
        if (!profile.notJudged().isEmpty()) {
            out.println("Not judged, since it takes a scanned target: " + String.join(", ", profile.notJudged()));
        }
        out.println("objects " + objects + ", pages " + pages + ", refused " + refused
                + (faulty == 0 ? "" : ", objects that could not be taken in " + faulty));
    }
}
