package org.colophon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.colophon.app.Home;
import org.colophon.app.settings.Settings;
import org.colophon.bench.BeforeBench;
import org.colophon.bench.Bench;
import org.colophon.bench.BenchPlan;
import org.colophon.bench.BenchReport;
import org.colophon.bench.TemporaryHome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures this machine on scans of one's own. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures pages a second, CPU seconds, bytes and memory on the scans in PATH: the whole way, recognition by"
                    + " itself, and the tesseract command where it is installed, in turn.",
            "Works in a temporary home, which is deleted at the end; --home names a fresh one that is kept."
        })
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(
            paramLabel = "PATH",
            description = "A folder of scans, taken as one object, or a folder of such folders.")
    private Path path;

    @Option(names = "--each", description = "Every folder and every scan in PATH is an object.")
    private boolean each;

    @Option(
            names = "--passes",
            paramLabel = "N",
            defaultValue = "3",
            description = "How often all is measured (default: ${DEFAULT-VALUE}). The last pass counts: all is warm.")
    private int passes;

    @Option(
            names = "--items",
            paramLabel = "N",
            defaultValue = "20",
            description = "Then so many one-page items, one after the other, for what an item costs by itself"
                    + " (default: ${DEFAULT-VALUE}; 0: none).")
    private int items;

    @Option(
            names = "--ledger-items",
            paramLabel = "N",
            defaultValue = "0",
            description = "Then fills the ledger with so many items and takes the one-page items once more.")
    private int ledgerItems;

    @Option(
            names = "--language",
            paramLabel = "TAG",
            split = ",",
            description = "Languages of the text, as ocr.languages has them, e.g. en,de-Latf.")
    private List<String> languages = List.of();

    @Option(names = "--no-tesseract", description = "Leaves the tesseract command out.")
    private boolean withoutTesseract;

    @Option(names = "--json", description = "As one JSON object; pipeline/docs/performance.md names its keys.")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        BenchPlan plan = plan();
        // Never told that the start is over: a signal breaks off whatever is being measured.
        Stopping stopping = new Stopping();
        try {
            if (spec.commandLine().getParseResult().hasMatchedOption("--home")) {
                return measure(plan, options.home(), stopping);
            }
            try (TemporaryHome temporary = TemporaryHome.make()) {
                return measure(plan, temporary.home(), stopping);
            }
        } finally {
            stopping.closed();
        }
    }

    private BenchPlan plan() {
        try {
            return new BenchPlan(
                    path.toAbsolutePath().normalize(), each, passes, items, ledgerItems, !withoutTesseract);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int measure(BenchPlan plan, Home home, Stopping stopping) throws InterruptedException {
        List<String> above = languages.isEmpty() ? List.of() : List.of("ocr.languages=" + String.join(",", languages));
        Settings settings = options.settings(home, List.of(), above);
        BeforeBench.check(plan, home, settings);
        PrintWriter err = spec.commandLine().getErr();
        PrintWriter out = spec.commandLine().getOut();
        try {
            BenchReport report = new Bench(plan, home, settings, line -> err.println(Plain.line(line))).run();
            if (json) {
                out.println(ItemJson.text(report));
            } else {
                new BenchText(report, out).print();
            }
            return CommandLines.GOOD;
        } catch (InterruptedException | RuntimeException e) {
            if (!stopping.told()) {
                throw e;
            }
            err.println("colophon: stopped; nothing was measured to its end");
            return CommandLines.FAILED;
        }
    }
}
