package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.colophon.spine.ReliabilityPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The service, killed again and again in the middle of work, with all its children or alone, and started again. A kill
 * waits for an item to stand at a {@link Boundary}: the processes are stopped, the disk is looked at, and only if it
 * shows what was wanted they die; what counts is what lies there after death. Others come at any moment.
 *
 * <p>{@code -Dkills.rounds=10} says how many kills at least (100 with {@code -Psoak}), {@code -Dkills.seed=…} repeats a
 * run's choices, though not its timing.
 */
class KilledIT {
    private static final int ROUNDS = Integer.getInteger("kills.rounds", 10);
    private static final long SEED = Long.getLong("kills.seed", System.nanoTime());
    /** Whether the table in docs/reliability.md is to be written anew; not in everyday runs, which differ. */
    private static final boolean PAGE = Boolean.getBoolean("kills.page");

    /** After so many rounds everything must come to rest and is checked. */
    private static final int REST = 10;

    private static final List<Boundary> ALL = List.of(Boundary.values());
    /** Those that stand open for a few milliseconds only. */
    private static final List<Boundary> NARROW =
            List.of(Boundary.MOVED, Boundary.NOTED, Boundary.INTENDED, Boundary.PARTLY_PUT, Boundary.PUT);

    private static final Duration LONGEST_WATCH = Duration.ofSeconds(45);
    /** How often another letter is dropped while nothing comes by. */
    private static final Duration REFILL = Duration.ofSeconds(4);

    @TempDir
    Path folder;

    private Program colophon;
    private Drops drops;
    private final KillTable table = new KillTable();

    @BeforeEach
    void dropTheFirst() throws IOException {
        colophon = new Program(
                folder.resolve("home"),
                "--set",
                "web.port=0",
                "--set",
                "inbox.quiet=1s",
                "--set",
                "inbox.every=300ms",
                "--set",
                "inbox.reserve=1m");
        drops = new Drops(colophon.home().resolve("inbox"), folder.resolve("desk"));
        drops.everyShape();
    }

    @Test
    void everyScanIsInExactlyOneObjectHoweverOftenItIsKilled() throws SQLException, IOException {
        System.out.println("kills with -Dkills.seed=" + SEED);
        while (table.size() < ROUNDS || (!table.missing().isEmpty() && table.size() < ROUNDS + REST)) {
            int number = table.size() + 1;
            round(number, SEED + number);
            if (number % REST == 0) {
                rest();
            }
        }
        rest();
        table.byBoundary("all sound").forEach(System.out::println);
        if (PAGE) {
            ReliabilityPage.write("kills", table.section("mvn verify -Psoak"));
        }
        assertThat(table.missing()).as("boundaries no process died at").isEmpty();
    }

    private void round(int number, long seed) {
        Random random = new Random(seed);
        dropMore(random, number);
        Boundary wanted = wanted(random, number);
        boolean alone = number % 3 == 0;
        try (Tree tree = new Tree(colophon.start("run"))) {
            if (wanted == null) {
                pause(500 + random.nextInt(9_000));
            } else {
                steer(tree, wanted, random);
            }
            if (alone) {
                assertThat(tree.killMainOnly())
                        .as("children end by themselves when the main process is gone")
                        .isLessThan(Duration.ofSeconds(10));
            } else {
                tree.killAll();
            }
        }
        try (Remains remains = Remains.ofTheDead(colophon.home())) {
            Set<Boundary> found = EnumSet.noneOf(Boundary.class);
            for (Boundary boundary : Boundary.values()) {
                if (boundary.in(remains)) {
                    found.add(boundary);
                }
            }
            table.add(new KillTable.Round(number, seed, alone ? "main" : "tree", wanted, found));
        }
    }

    /** One that was not hit yet, the narrow ones first; every fifth kill comes at any moment. */
    private Boundary wanted(Random random, int number) {
        if (number % 5 == 0) {
            return null;
        }
        List<Boundary> missing = new ArrayList<>(table.missing());
        List<Boundary> narrow = NARROW.stream().filter(missing::contains).toList();
        List<Boundary> choice = !narrow.isEmpty() ? narrow : missing.isEmpty() ? ALL : missing;
        return choice.get(random.nextInt(choice.size()));
    }

    /** Leaves the processes stopped where an item stands at the boundary; anywhere, when none came by for long. */
    private void steer(Tree tree, Boundary wanted, Random random) {
        Program.await("the service to be up", Duration.ofMinutes(3), () -> isUp(tree));
        tree.refresh();
        long until = System.nanoTime() + LONGEST_WATCH.toNanos();
        long refill = System.nanoTime() + REFILL.toNanos();
        int misses = 0;
        try (Remains remains = Remains.watched(colophon.home())) {
            while (System.nanoTime() < until) {
                assertThat(tree.isAlive()).as(Program.text(colophon.log())).isTrue();
                if (wanted.in(remains)) {
                    pause(misses < 3 ? random.nextInt(4) : 0);
                    if (haltedAt(tree, wanted, remains)) {
                        return;
                    }
                    misses++;
                }
                if (System.nanoTime() > refill) {
                    drops.letter();
                    refill = System.nanoTime() + REFILL.toNanos();
                }
                if (!NARROW.contains(wanted)) {
                    pause(2);
                }
            }
        }
    }

    private boolean isUp(Tree tree) {
        assertThat(tree.isAlive()).as(Program.text(colophon.log())).isTrue();
        try {
            return Files.exists(colophon.home().resolve("run.json"))
                    && colophon.runFile().get("pid").asLong() == tree.pid();
        } catch (UncheckedIOException e) {
            // The file of the process before was removed between the two looks.
            return false;
        }
    }

    /** Stops all, and looks whether an item still stands there; lets them go on when none does. */
    private static boolean haltedAt(Tree tree, Boundary wanted, Remains remains) {
        tree.halt();
        boolean still = wanted.in(remains);
        if (!still) {
            tree.resume();
            tree.refresh();
        }
        return still;
    }

    private void dropMore(Random random, int number) {
        if (number == 1) {
            return;
        }
        drops.letter();
        switch (random.nextInt(6)) {
            case 0 -> drops.twins();
            case 1 -> drops.batch();
            case 2 -> drops.damaged();
            case 3 -> drops.leaflet();
            case 4 -> drops.bookInObjects();
            default -> drops.bookWithChecksums();
        }
        drops.looseFile(random.nextBoolean() ? "png" : "tif");
    }

    /** Lets it work until nothing is left to do, ends it in an orderly way, and checks everything. */
    private void rest() throws SQLException {
        Process service = colophon.start("run");
        try (Remains remains = Remains.watched(colophon.home())) {
            Program.await("everything to be settled", Duration.ofMinutes(5), () -> {
                assertThat(service.isAlive()).as(Program.text(colophon.log())).isTrue();
                return atRest(remains);
            });
        } finally {
            Program.stop(service);
        }
        SoundHome.check(colophon.home(), drops.all());
    }

    private boolean atRest(Remains remains) {
        try {
            assertThat(remains.rows("select source, reason from item where state = 'set-aside'"))
                    .as("set aside")
                    .isEmpty();
            long ended = remains.rows("select id from item where settled_at is not null"
                            + " and state in ('published', 'rejected', 'duplicate')")
                    .size();
            return ended == drops.all().size() && onlyStatusWaits();
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean onlyStatusWaits() {
        return Remains.list(colophon.home().resolve("inbox")).stream().allMatch(path -> path.endsWith("STATUS.txt"));
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
