package org.colophon.worker.image.raster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.colophon.worker.protocol.Measures;

/**
 * Measures real pages as they are, and each of them spoilt in every way a scan goes wrong, and counts what is noticed.
 *
 * <p>{@code ScanChecks PAGES OCR-LIBRARY DOCS-PAGE}: a folder of upright, whole, sharp pages with text; the packaged class
 * path of the worker that reads text; the page that its table is written into.
 */
public final class ScanChecks {
    /** Thresholds were chosen with the first; the second was not looked at until then, save for what is cut off. */
    private static final long[] SEEDS = {1, 3};

    private final OrientationAsked engine;
    private final Tally tally = new Tally(SEEDS.length);
    private final List<String> likenesses = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private ScanChecks(OrientationAsked engine) {
        this.engine = engine;
    }

    /** Runs over all pages; without them, says so. */
    public static void main(String[] words) throws Exception {
        Path pages = Path.of(words[0]);
        Path library = Path.of(words[1]);
        if (!Files.isDirectory(pages) || !Files.isDirectory(library)) {
            System.out.println("Skipped: needs pages in " + pages + " and the packaged worker in " + library);
            return;
        }
        Path natives = Files.createTempDirectory("natives");
        try (OrientationAsked engine = new OrientationAsked(library, natives)) {
            ScanChecks checks = new ScanChecks(engine);
            for (Path page : files(pages)) {
                checks.page(page);
            }
            checks.pairs();
            List<String> table = checks.tally.table();
            table.forEach(System.out::println);
            Section.write(Path.of(words[2]), "scan checks", table);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().toLowerCase(Locale.ROOT).matches(".*\\.(png|jpg|tif)"))
                    .sorted()
                    .toList();
        }
    }

    private void page(Path file) throws Exception {
        Plate plate = Measured.read(file);
        String name = file.getFileName().toString();
        Measures clean = Measured.file(file, plate);
        names.add(name);
        likenesses.add(clean.likeness());
        clean(name, file, clean);
        for (int quarters = 1; quarters < 4; quarters++) {
            turned(name, file, quarters, Measured.plate(plate.turned(quarters)));
        }
        for (int seed = 0; seed < SEEDS.length; seed++) {
            degraded(name, clean, Measured.degraded(plate, SEEDS[seed] * 1_000_003 + name.hashCode()), seed);
        }
    }

    private void clean(String name, Path file, Measures clean) throws IOException {
        tally.clean(Tally.Check.BLANK, name, Verdicts.blank(clean), clean.ink());
        tally.clean(Tally.Check.SKEWED, name, Verdicts.skewed(clean), clean.skew());
        tally.clean(Tally.Check.BLURRED, name, Verdicts.blurred(clean), clean.sharpness());
        tally.clean(Tally.Check.CUT, name, Verdicts.cut(clean), Verdicts.most(clean.cut()));
        boolean asked = Verdicts.asked(clean);
        tally.clean(Tally.Check.ASKED, name, asked, clean.upsideDown());
        boolean turned = asked && Verdicts.turned(engine.ask(file, 1));
        tally.clean(Tally.Check.SIDEWAYS, name, turned, clean.sideways());
        tally.clean(Tally.Check.UPSIDE_DOWN, name, turned, clean.upsideDown());
    }

    private void turned(String name, Path file, int quarters, Measures measures) throws IOException {
        Tally.Check check = quarters == 2 ? Tally.Check.UPSIDE_DOWN : Tally.Check.SIDEWAYS;
        int orientation = quarters == 1 ? 6 : quarters == 2 ? 3 : 8;
        boolean asked = Verdicts.asked(measures);
        tally.found(Tally.Check.ASKED, 0, name, asked, quarters == 2 ? measures.upsideDown() : measures.sideways());
        var answer = engine.ask(file, orientation);
        boolean right = answer.turn() == 360 - 90 * quarters;
        tally.found(check, 0, name, asked && right && Verdicts.turned(answer), answer.confidence());
    }

    private void degraded(String name, Measures clean, Degraded page, int seed) {
        Measures blank = Measured.plate(page.blank());
        tally.found(Tally.Check.BLANK, seed, name, Verdicts.blank(blank), blank.ink());
        Measures skewed = Measured.plate(page.skewed());
        tally.found(Tally.Check.SKEWED, seed, name, Verdicts.skewed(skewed), skewed.skew());
        Measures blurred = Measured.plate(page.blurred());
        tally.found(Tally.Check.BLURRED, seed, name, Verdicts.blurred(blurred), blurred.sharpness());
        Measures cut = Measured.plate(page.cut());
        tally.found(
                Tally.Check.CUT, seed, name, Verdicts.cut(cut), cut.cut() == null ? null : Verdicts.most(cut.cut()));
        String again = Measured.plate(page.doubled()).likeness();
        Double difference =
                again == null || clean.likeness() == null ? null : Verdicts.difference(clean.likeness(), again);
        tally.found(Tally.Check.DOUBLE, seed, name, difference != null && difference <= Verdicts.DOUBLE, difference);
    }

    private void pairs() {
        for (int i = 0; i < likenesses.size(); i++) {
            for (int j = i + 1; j < likenesses.size(); j++) {
                double difference = Verdicts.difference(likenesses.get(i), likenesses.get(j));
                String pair = names.get(i) + " " + names.get(j);
                tally.clean(Tally.Check.DOUBLE, pair, difference <= Verdicts.DOUBLE, difference);
            }
        }
    }
}
