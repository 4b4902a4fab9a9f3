package org.colophon.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.colophon.app.Distribution;
import org.colophon.app.Fittings;
import org.colophon.app.Home;
import org.colophon.app.Roles;
import org.colophon.app.Service;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.bench.BenchReport.FullLedger;
import org.colophon.bench.BenchReport.OnePageItem;
import org.colophon.bench.BenchReport.Pass;
import org.colophon.bench.KeptPages.Kept;
import org.colophon.bench.OnePageItems.ItemSeconds;
import org.colophon.bench.WholeWay.Way;
import org.colophon.port.Ports;
import org.colophon.worker.protocol.Tessdata;

/** Measures, in one process, all that a plan asks for. */
public final class Bench {
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    private final BenchPlan plan;
    private final Home home;
    private final Settings settings;
    private final Consumer<String> told;

    private final StepMeter meter = new StepMeter();
    private final List<String> notes = new ArrayList<>();
    private KeptPages workers;
    private volatile boolean quiet;

    /**
     * @param home a fresh one; what is measured stays in it
     * @param told how far it is, a line at a time
     */
    public Bench(BenchPlan plan, Home home, Settings settings, Consumer<String> told) {
        this.plan = plan;
        this.home = home;
        this.settings = settings;
        this.told = told;
    }

    /**
     * Measures.
     *
     * @throws BenchFailedException when nothing can be measured, with the reason
     */
    public BenchReport run() throws InterruptedException {
        try (ProcessTree processes = new ProcessTree();
                Service service = Service.start(
                        home, settings, Roles.all(), this::announced, new Fittings(this::between, meter))) {
            try {
                service.work();
                return measure(service, processes);
            } finally {
                // Whoever is stopped closes the house in peace.
                Thread.interrupted();
            }
        }
    }

    private void announced(String line) {
        if (!quiet) {
            told.accept(line);
        }
    }

    private Ports between(Ports ports) {
        workers = new KeptPages(ports.workers(), folder("bench-pages"));
        return new Ports(
                NoTwins.in(ports.ledger()),
                ports.history(),
                ports.workspace(),
                ports.sources(),
                workers,
                ports.queue(),
                ports.archive(),
                ports.accessCopies(),
                ports.scanner());
    }

    private Path folder(String name) {
        try {
            return Files.createDirectories(home.folder().resolve(name));
        } catch (IOException e) {
            throw new BenchFailedException("the folder " + name + " could not be made: " + e.getMessage(), e);
        }
    }

    private BenchReport measure(Service service, ProcessTree processes) throws InterruptedException {
        WholeWay wholeWay = new WholeWay(service, meter, processes);
        RecognitionAlone recognition = new RecognitionAlone(workers, processes, service.recognizers());
        List<Pass> passes = new ArrayList<>();
        TesseractCommand.Found tesseract = null;
        Way way = null;
        for (int pass = 1; pass <= plan.passes(); pass++) {
            String of = "pass " + pass + " of " + plan.passes() + ": ";
            told.accept(of + "the whole way");
            way = wholeWay.take(plan.path(), plan.each());
            List<Kept> pages = workers.pages();
            requireSome(way, pages);
            told.accept(of + "recognition alone");
            Run alone = recognition.recognize(pages);
            tesseract = tesseract == null ? find(pages) : tesseract;
            Run command = null;
            if (tesseract.command().isPresent()) {
                told.accept(of + "the tesseract command");
                command = tesseract.command().get().recognize(pages);
            }
            passes.add(Passes.of(way, alone, command));
        }
        return report(service, passes, way, tesseract, items(service, way));
    }

    private void requireSome(Way way, List<Kept> pages) {
        if (way.items().isEmpty() || pages.isEmpty()) {
            throw new BenchFailedException("no scans of " + plan.path() + " became readable: "
                    + (way.left().isEmpty() ? "there are none" : String.join("; ", way.left())));
        }
    }

    private TesseractCommand.Found find(List<Kept> pages) throws InterruptedException {
        if (!plan.tesseract()) {
            return new TesseractCommand.Found(Optional.empty(), null, "it was not asked for");
        }
        List<String> models = pages.stream()
                .flatMap(page -> page.models().stream())
                .distinct()
                .toList();
        Tessdata tessdata = new Tessdata(
                settings.get(Keys.OCR_TESSDATA).stream().map(Path::of).toList(), System.getenv());
        int cores = Runtime.getRuntime().availableProcessors();
        return TesseractCommand.find(tessdata, models, folder("bench-tesseract"), cores);
    }

    /** What an item costs by itself, as it is and in a full ledger. */
    private record Items(OnePageItem asIs, FullLedger full) {}

    private Items items(Service service, Way way) throws InterruptedException {
        if (plan.items() == 0) {
            return new Items(null, null);
        }
        quiet = true;
        OnePageItems items = new OnePageItems(service, meter, workers);
        Path scan = items.firstScan(way.items().get(0));
        told.accept(plan.items() + " items of one page that do not count, to warm up");
        items.take(scan, plan.items());
        told.accept(plan.items() + " items of one page");
        ItemSeconds before = items.take(scan, plan.items());
        if (plan.ledgerItems() == 0) {
            return new Items(Passes.of(before), null);
        }
        told.accept(plan.ledgerItems() + " items are written into the ledger");
        new LedgerFilling(service.ports().ledger(), settings.get(Keys.IDS_NAAN)).add(plan.ledgerItems());
        told.accept(plan.items() + " items of one page again");
        ItemSeconds after = items.take(scan, plan.items());
        double times = Rounded.to(after.median() / before.median());
        return new Items(Passes.of(before), new FullLedger(plan.ledgerItems(), Passes.of(after), times));
    }

    private String fileSystem() {
        try {
            return Files.getFileStore(home.folder()).type();
        } catch (IOException e) {
            throw new BenchFailedException("the home cannot be looked at: " + e.getMessage(), e);
        }
    }

    private BenchReport report(
            Service service, List<Pass> passes, Way last, TesseractCommand.Found tesseract, Items items) {
        if (!ProcFiles.available()) {
            notes.add("CPU, bytes and memory cannot be had: this system has no /proc");
        }
        if (tesseract.command().isEmpty()) {
            notes.add("the tesseract command was not measured: " + tesseract.whyNot());
        }
        if (IN_MEMORY.contains(fileSystem())) {
            notes.add("the home lay in memory (" + fileSystem() + "), where making writes last costs nothing: name a"
                    + " folder on a disk with --home");
        }
        last.left().forEach(left -> notes.add("left out: " + left));
        return new BenchReport(
                Distribution.version(),
                Runtime.version().toString(),
                fileSystem(),
                Runtime.getRuntime().availableProcessors(),
                service.recognizers(),
                workers.pages().get(0).models(),
                last.items().size(),
                last.run().pages(),
                tesseract.version(),
                passes,
                Passes.peak(passes),
                items.asIs(),
                items.full(),
                notes);
    }
}
