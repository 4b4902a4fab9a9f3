package org.colophon.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Something is away, full or wrong for a while: health is red, nothing is blamed on the scan, then all goes on. */
class OutageTest {
    private static final Map<String, String> ROWS = new TreeMap<>();
    private static final int SITUATIONS = 10;

    @TempDir
    static Path folder;

    private static Machine machine;

    @BeforeAll
    static void start() throws IOException {
        machine = new Machine(folder.resolve("machine"), false);
        try (Visit warm = new Visit(machine)) {
            warm.goOn();
        }
    }

    @AfterAll
    static void end() throws IOException {
        machine.close();
        if (ROWS.size() == SITUATIONS) {
            List<String> lines =
                    new ArrayList<>(List.of("| what | what happens | who notices, how it ends |", "|---|---|---|"));
            lines.addAll(ROWS.values());
            ReliabilityPage.write("troubles", lines);
        }
    }

    private static void row(String key, String what, String happens, String ends) {
        ROWS.put(key, "| " + what + " | " + happens + " | " + ends + " |");
    }

    @Test
    void theStoreIsKilled() throws IOException {
        try (Visit visit = new Visit(machine)) {
            visit.when(Step.PRESERVE, () -> StoreLife.kill(machine.store));
            visit.waitsFor("store");
            StoreLife.awaitAnswer(machine.store);
            visit.goOn();
        }
        row(
                "01",
                "the store's process is killed",
                "the item waits before its deposit",
                "health red, \"Waiting: …\" on the console; the embedded store is started again at once, and work goes on by itself");
    }

    @Test
    void theStoreHangs() throws IOException {
        try (Visit visit = new Visit(machine)) {
            visit.when(Step.PRESERVE, () -> {
                StoreLife.signal(machine.store, "STOP");
                CompletableFuture.delayedExecutor(2, TimeUnit.SECONDS)
                        .execute(() -> StoreLife.signal(machine.store, "CONT"));
            });
            visit.goOn();
            assertThat(visit.spine().onlooker.said()).isEmpty();
        }
        row(
                "02",
                "the store hangs (stopped by a signal for 2 s)",
                "the request waits",
                "nobody within 5 minutes, then as if it were away; goes on with the very request");
    }

    @Test
    void theStoreKnowsTheKeysNoLonger() throws IOException {
        Path keys = machine.folder.resolve("keys");
        String right = Files.readString(keys);
        try (Visit visit = new Visit(machine)) {
            visit.when(Step.PRESERVE, () -> {
                StoreLife.write(keys, "access-key=SOMEBODYELSE12345678\nsecret-key=" + "x".repeat(40) + "\n");
                StoreLife.restart(machine.store);
            });
            visit.waitsFor("store");
            assertThat(visit.spine().onlooker.trouble()).contains("403");
            StoreLife.write(keys, right);
            StoreLife.restart(machine.store);
            visit.goOn();
        }
        row(
                "03",
                "the store's keys are revoked",
                "the item waits before its deposit",
                "health red, \"The store refuses us … look at the keys\"; goes on by itself once the keys are accepted again");
    }

    @Test
    void theStoresDiskIsFull() throws IOException {
        Path place = folder.resolve("small");
        try (TmpDisk disk = new TmpDisk(place.resolve("store"), "6m");
                Machine small = new Machine(place)) {
            try (Visit first = new Visit(small)) {
                first.goOn();
            }
            try (Visit visit = new Visit(small)) {
                visit.when(Step.PRESERVE, disk::fill);
                visit.waitsFor("store");
                disk.free();
                visit.goOn();
            }
            try (Visit visit = new Visit(small)) {
                visit.when(Step.PUBLISH, disk::fill);
                visit.waitsFor("store");
                disk.free();
                visit.goOn();
            }
        }
        row(
                "04",
                "the store's disk is full",
                "the item waits before its deposit, or its publication",
                "health red; goes on by itself once there is room; nothing half-put stays");
    }

    @Test
    void theWorkspacesDiskIsFullAsAnObjectIsTakenIn() throws IOException {
        Ground ground = machine.ground();
        try (TmpDisk disk = new TmpDisk(ground.work(), "2m");
                Visit visit = new Visit(machine, ground)) {
            disk.fill();
            visit.spine().look();
            assertThat(visit.spine().item()).hasValueSatisfying(item -> {
                assertThat(item.state()).isEqualTo(ItemState.WAITING);
                assertThat(item.reason()).contains("make room");
            });
            assertThat(ground.inbox().resolve("STATUS.txt")).content().contains("make room");
            disk.free();
            visit.goOn();
        }
        row(
                "05",
                "the workspace's disk is full as scans are taken in",
                "they stay in the inbox, `STATUS.txt` says why",
                "the technician, and health's part \"disk\"; goes on by itself once there is room");
    }

    @Test
    void theWorkspacesDiskIsFullAsPagesAreWorkedOn() throws IOException {
        for (Step step : Step.values()) {
            if (step == Step.SETTLE) {
                continue;
            }
            Ground ground = machine.ground();
            try (TmpDisk disk = new TmpDisk(ground.work(), "2m");
                    Visit visit = new Visit(machine, ground)) {
                visit.when(step, disk::fill);
                visit.waitsFor("disk");
                disk.free();
                visit.goOn();
            }
        }
        row(
                "06",
                "the workspace's disk is full as pages are examined, recognized, preserved, published",
                "the item waits before that step",
                "health red; goes on by itself once there is room");
    }

    @Test
    void theLedgersDiskIsFull() throws IOException {
        Ground ground = machine.ground();
        try (TmpDisk disk = new TmpDisk(ground.home.resolve("ledger"), "1m")) {
            ground.moveLedger(ground.home.resolve("ledger"));
            try (Visit visit = new Visit(machine, ground)) {
                disk.fill();
                visit.waitsFor("database");
                disk.free();
                visit.when(Step.RECOGNIZE, () -> {
                    disk.fill();
                    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS).execute(disk::free);
                });
                visit.goOn();
                assertThat(visit.spine().onlooker.said())
                        .filteredOn(line -> line.startsWith("Waiting"))
                        .hasSize(2);
            }
        }
        row(
                "07",
                "the ledger's disk is full",
                "nothing is taken in; what is under way is held until its end can be written",
                "health red, \"Its disk is full\"; goes on by itself, nothing is done twice");
    }

    @Test
    void theClockIsSetByADayAtAnyTask() throws IOException {
        for (int days : new int[] {1, -1}) {
            for (Step step : Step.values()) {
                try (Visit visit = new Visit(machine)) {
                    visit.when(step, () -> visit.ground().clock.pass(Duration.ofDays(days)));
                    visit.goOn();
                    assertThat(visit.spine().onlooker.said()).isEmpty();
                }
            }
        }
        row("08", "the clock is set by a day, forward or back, at any step", "nothing", "nobody; goes on");
    }

    @Test
    void theClockIsSetBackByADayWhileATaskWaits() throws IOException {
        try (Visit visit = new Visit(machine)) {
            visit.when(Step.PRESERVE, () -> StoreLife.kill(machine.store));
            visit.waitsFor("store");
            visit.ground().clock.pass(Duration.ofDays(-1));
            StoreLife.awaitAnswer(machine.store);
            visit.goOn();
        }
        row(
                "09",
                "the clock is set back by a day while a task waits for its next try",
                "times noted before count no longer",
                "goes on within minutes, not after a day");
    }

    @Test
    void theClockIsSetBackByADayWhileAFolderIsWatched() throws IOException {
        Ground ground = machine.ground();
        Files.delete(ground.dropped().resolve(".ready"));
        try (Visit visit = new Visit(machine, ground)) {
            visit.spine().look();
            ground.clock.pass(Duration.ofDays(-1));
            visit.goOn();
        }
        row(
                "10",
                "the clock is set back by a day while a folder is watched until it is quiet",
                "the look after it counts for nothing",
                "goes on after `inbox.quiet`");
    }
}
