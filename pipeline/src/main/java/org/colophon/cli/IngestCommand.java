package org.colophon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.colophon.app.Home;
import org.colophon.app.Service;
import org.colophon.app.settings.Settings;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** One shot: takes these objects, ends when all are settled. */
@Command(
        name = "ingest",
        mixinStandardHelpOptions = true,
        description = "Takes these objects and ends when all are settled. The originals stay where they are.")
final class IngestCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /** What still waits after so many looks, a second each, is said: most is whole before. */
    private static final int LOOKS = 5;

    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "A folder of scans, or a single file.")
    private List<Path> paths;

    @Option(
            names = "--each",
            description =
                    "Every folder and every scan in a PATH is an object; other loose files in it are passed over.")
    private boolean each;

    @Option(
            names = "--give-up",
            paramLabel = "TIME",
            converter = Time.class,
            description = "How long to wait for pages that are not whole, e.g. 10m.")
    private Duration giveUp;

    @Override
    public Integer call() throws InterruptedException {
        Home home = options.home();
        Settings settings = options.settings(home);
        PrintWriter out = spec.commandLine().getOut();
        Stopping stopping = new Stopping();
        long began = System.nanoTime();
        try {
            Tally tally;
            Duration took;
            try (Progress progress = Progress.on(out);
                    Service service = Service.start(home, settings, line -> progress.line(Plain.line(line)))) {
                stopping.started();
                service.work();
                List<ItemId> items = service.take(paths, each, giveUp);
                tally = follow(service, progress, stopping, items);
                took = Duration.ofNanos(System.nanoTime() - began);
            }
            // Closing waited for whoever still told an outcome: programs rely on this being the last line.
            out.println(tally.line(took));
            return tally.unavailable() != null ? CommandLines.FAILED : tally.code();
        } finally {
            stopping.closed();
        }
    }

    private Tally follow(Service service, Progress progress, Stopping stopping, List<ItemId> items)
            throws InterruptedException {
        long answered = System.nanoTime();
        Map<String, Integer> looks = new HashMap<>();
        while (true) {
            List<String> waiting;
            Tally tally;
            try {
                waiting = service.lookAgain();
                tally = Tally.of(service, items, waiting.size());
                answered = System.nanoTime();
            } catch (UnavailableException e) {
                if (stopping.told() || System.nanoTime() - answered > PATIENCE.toNanos()) {
                    throw e;
                }
                progress.line("Waiting: " + Plain.line(e.getMessage()));
                Thread.sleep(PAUSE.toMillis());
                continue;
            }
            progress.show(tally);
            for (String line : waiting) {
                if (looks.merge(line, 1, Integer::sum) == LOOKS) {
                    progress.line("waiting    " + Plain.line(line)
                            + " It may still be arriving; --give-up says how long to wait (inbox.give-up otherwise).");
                }
            }
            if (tally.settled() && waiting.isEmpty()) {
                return tally;
            }
            String trouble = service.stuckFor(PATIENCE);
            if (trouble != null || stopping.told()) {
                spec.commandLine()
                        .getErr()
                        .println("colophon: " + (trouble == null ? "stopped" : Plain.line(trouble))
                                + "; nothing is lost: the same command goes on where this one ended");
                return tally.stuck(trouble == null ? "stopped" : trouble);
            }
            Thread.sleep(waiting.isEmpty() ? 200 : 1_000);
        }
    }

    static final class Time implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            try {
                return Duration.parse("PT" + text.trim());
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("\"" + text + "\" is no time such as 30s, 10m or 1h");
            }
        }
    }
}
