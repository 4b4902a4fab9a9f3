package org.colophon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.colophon.app.ScanCheck;
import org.colophon.examine.DryRun.Checked;
import org.colophon.intake.FoundObjects;
import org.colophon.intake.FoundObjects.FoundObject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Judges scans without taking them in. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judges scans without taking them in: what would be said of them if they were dropped.",
        footer = "%nEnds with 3 when any page would be refused. Nothing is written beside the scans.")
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "PATH", description = "A scan, a folder of scans, or a folder of such folders.")
    private Path path;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "The quality profile to hold them against (default: quality.profile).")
    private String profile;

    @Option(names = "--json", description = "As one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (ScanCheck check = ScanCheck.open(options.home(), options.settings(options.home()), profile)) {
            List<FoundObject> objects = check.objects(path);
            CheckText text = new CheckText(out, check.profile());
            List<Map<String, Object>> all = new ArrayList<>();
            Tally tally = new Tally();
            if (!json) {
                text.head();
            }
            for (FoundObject object : objects) {
                List<Checked> pages =
                        object.problem() != null ? List.of() : check.check(object, json ? page -> {} : text.of(object));
                tally.count(object, pages);
                if (json) {
                    all.add(CheckJson.of(object, pages));
                } else {
                    text.end(object, pages);
                }
            }
            if (json) {
                out.println(ItemJson.text(report(check, all, tally)));
            } else {
                text.total(objects.size(), tally.pages, tally.refused, tally.faulty);
            }
            return tally.refused + tally.faulty > 0 ? CommandLines.SOME_NOT_DEPOSITED : CommandLines.GOOD;
        }
    }

    private static Map<String, Object> report(ScanCheck check, List<Map<String, Object>> objects, Tally tally) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("profile", check.profile().name());
        report.put("notJudged", check.profile().notJudged());
        report.put("objects", objects);
        report.put("pages", tally.pages);
        report.put("refused", tally.refused);
        return report;
    }

    private static final class Tally {
        private int pages;
        private int refused;
        private int faulty;

        void count(FoundObject object, List<Checked> checked) {
            pages += checked.size();
            refused += (int) checked.stream().filter(Checked::refused).count();
            faulty += object.problem() == null ? 0 : 1;
        }
    }

    /** For messages: the folder's own name. */
    static String name(FoundObject object) {
        return Plain.line(FoundObjects.name(object));
    }
}
