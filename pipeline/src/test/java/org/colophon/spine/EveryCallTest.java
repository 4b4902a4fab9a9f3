package org.colophon.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The n-th call to a port goes wrong, for n = 1, 2, 3 … until there is no n-th call any more; each time for a letter of
 * its own, which must come through as if nothing had happened. What was tried is written to {@code docs/reliability.md}.
 */
class EveryCallTest {
    private static final int LANES = 2;
    private static final int MOST_CALLS = 300;
    private static final List<Tried> ALL = new ArrayList<>();

    @TempDir(factory = MemoryDisk.class)
    static Path folder;

    private static Machine machine;

    @BeforeAll
    static void start() throws IOException {
        machine = new Machine(folder);
        // Alone, so that the workers are asked once and the archive's root is made before two runs share it.
        one(new Tried(1, Place.QUEUE, Fault.BEFORE), 1, Place.QUEUE, Fault.BEFORE, MOST_CALLS);
    }

    @AfterAll
    static void end() throws IOException {
        machine.close();
        if (ALL.size() == faults().count()
                && ALL.stream().allMatch(tried -> tried.broken().isEmpty())) {
            List<String> lines = new ArrayList<>(List.of(
                    "| where | what goes wrong at one call | version | calls tried | what happens then | who notices |",
                    "|---|---|---|---|---|---|"));
            ALL.forEach(tried -> lines.add(tried.row()));
            ReliabilityPage.write("every call", lines);
        }
    }

    /** The whole matrix for a first version; for a second, what it could leave in ledger, workspace and store. */
    static Stream<Arguments> faults() {
        Stream<Arguments> first = Stream.of(Place.values()).flatMap(place -> Stream.of(Fault.values())
                .filter(fault -> possible(place, fault))
                .map(fault -> Arguments.of(1, place, fault)));
        Stream<Arguments> second = Stream.of(
                Arguments.of(2, Place.LEDGER, Fault.STOPPED),
                Arguments.of(2, Place.WORKSPACE, Fault.STOPPED),
                Arguments.of(2, Place.STORE, Fault.AFTER),
                Arguments.of(2, Place.STORE, Fault.AWAY),
                Arguments.of(2, Place.STORE, Fault.STOPPED));
        return Stream.concat(first, second);
    }

    private static boolean possible(Place place, Fault fault) {
        return switch (fault) {
            case BEFORE, STOPPED -> true;
            case HALFWAY -> place != Place.HISTORY && place != Place.SCANNER && place != Place.STORE;
            case AFTER -> place != Place.HISTORY && place != Place.SCANNER;
            case AWAY -> place == Place.STORE;
        };
    }

    @ParameterizedTest(name = "v{0}, {1}: {2}")
    @MethodSource("faults")
    void afterAFaultAtAnyCallAllIsAsIfNothingHadHappened(int version, Place place, Fault fault) {
        Tried tried = new Tried(version, place, fault);
        AtomicInteger next = new AtomicInteger(1);
        AtomicBoolean through = new AtomicBoolean();
        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                            while (!through.get() && tried.broken().isEmpty() && next.get() < MOST_CALLS) {
                                if (!one(tried, version, place, fault, next.getAndIncrement())) {
                                    through.set(true);
                                }
                            }
                        }))
                        .limit(LANES)
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(tried.broken()).isEmpty();
        assertThat(tried.runs()).isPositive().isLessThan(MOST_CALLS - LANES);
        ALL.add(tried);
    }

    /** False when there was no such call any more. */
    private static boolean one(Tried tried, int version, Place place, Fault fault, int n) {
        try (Run run = new Run(machine, version, place, fault, n)) {
            try {
                run.go();
                run.reckon();
            } catch (AssertionError | RuntimeException e) {
                tried.fail(n, run, e);
                return true;
            }
            if (run.met().isPresent()) {
                tried.add(run);
            }
            return run.met().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
