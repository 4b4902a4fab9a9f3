package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A home that was copied while a service worked in it, and homes whose ledger did not survive something. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CopiedHomeIT {
    @TempDir
    static Path folder;

    private Program original;
    private Program copy;
    private Drops drops;
    private Process service;

    private static Program program(String name) {
        return new Program(
                folder.resolve(name), "--set", "web.port=0", "--set", "inbox.every=300ms", "--set", "inbox.reserve=1m");
    }

    /** The copy is of one moment, as a snapshot's would be: the worst that is asked of it is to be let alone. */
    @BeforeAll
    void copyALiveHome() throws IOException {
        original = program("original");
        copy = program("copy");
        drops = new Drops(original.home().resolve("inbox"), folder.resolve("desk"));
        drops.letter();
        service = original.start("run");
        try (Tree tree = new Tree(service);
                Remains remains = Remains.watched(original.home())) {
            Program.await("the letter to be read", Duration.ofMinutes(2), () -> {
                assertThat(service.isAlive()).as(Program.text(original.log())).isTrue();
                if (!Boundary.EXAMINING.in(remains) && !Boundary.RECOGNIZING.in(remains)) {
                    return false;
                }
                tree.refresh();
                tree.halt();
                return true;
            });
            copyAll(original.home(), copy.home());
            tree.resume();
        }
    }

    @AfterAll
    void end() {
        Program.stop(service);
    }

    @Test
    void aHomeThatWasCopiedAtWorkIsRefusedAndOnceItIsClaimedWorksByItself() throws IOException {
        Program.Ended refused = copy.run("run");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .contains("is a copy of the home " + original.home())
                .contains("copy it again");

        Program.Ended listed = copy.run("list", "--json");
        assertThat(listed.code()).as(listed.err()).isZero();
        String item = Program.tree(listed.out()).get(0).get("id").asText();
        Program.Ended exported =
                copy.run("export", item, "--to", folder.resolve("export").toString());
        assertThat(exported.err()).contains("is a copy of the home");

        Files.delete(copy.home().resolve("run.json"));
        Process second = copy.start("run");
        try {
            awaitReceipt(copy);
            assertThat(copy.runFile().get("store"))
                    .isNotEqualTo(original.runFile().get("store"));
        } finally {
            Program.stop(second);
        }
        awaitReceipt(original);
        Program.await(
                "the original to be at rest",
                Duration.ofMinutes(1),
                () -> original.list().get(0).get("state").asText().equals("published"));
        SoundHome.check(copy.home(), drops.all());
        Program.stop(service);
        SoundHome.check(original.home(), drops.all());
    }

    @Test
    void aTornLedgerIsSaidSoBeforeAnythingIsWritten() throws IOException {
        Program torn = atRest("torn");
        Path ledger = torn.home().resolve("ledger.db");
        try (RandomAccessFile file = new RandomAccessFile(ledger.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[(int) (file.length() / 2)]);
        }
        String before = Digests.sha512(ledger);
        Program.Ended ended = torn.run("run");
        assertThat(ended.code()).as(ended.err()).isEqualTo(1);
        assertThat(ended.err())
                .startsWith("colophon: The ledger in " + ledger + " is damaged")
                .contains(".backup")
                .doesNotContain("\tat ");
        assertThat(Digests.sha512(ledger)).isEqualTo(before);
    }

    @Test
    void aLedgerCutShortIsSaidSo() throws IOException {
        Program torn = atRest("cut");
        try (RandomAccessFile file =
                new RandomAccessFile(torn.home().resolve("ledger.db").toFile(), "rw")) {
            file.setLength(file.length() / 3);
        }
        for (String command : List.of("run", "list")) {
            Program.Ended ended = torn.run(command);
            assertThat(ended.code()).as(command + ended.out() + ended.err()).isEqualTo(1);
            assertThat(ended.err()).contains("is damaged").doesNotContain("\tat ");
        }
    }

    @Test
    void aLedgerThatIsGoneIsNotBegunAnewBesideItsArchive() throws IOException {
        Program bare = atRest("bare");
        Files.delete(bare.home().resolve("ledger.db"));
        Program.Ended ended = bare.run("run");
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err()).contains("is gone").contains("backup");
        assertThat(bare.home().resolve("ledger.db")).doesNotExist();
    }

    /** A home in which a scan was deposited, that nobody works in. */
    private static Program atRest(String name) throws IOException {
        Program program = program(name);
        Program seed = program("seed");
        if (!Files.exists(seed.home())) {
            Drops one = new Drops(folder.resolve("seed-drops"), folder.resolve("seed-desk"));
            one.looseFile("png");
            Program.Ended ended =
                    seed.run("ingest", "--each", folder.resolve("seed-drops").toString());
            assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
        }
        copyAll(seed.home(), program.home());
        return program;
    }

    private static void awaitReceipt(Program program) {
        Program.await(
                "the receipt in " + program.home(),
                Duration.ofMinutes(2),
                () -> Files.exists(
                        program.home().resolve("done").resolve("0001-letter").resolve("RECEIPT.txt")));
    }

    private static void copyAll(Path from, Path to) throws IOException {
        Process copying = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .inheritIO()
                .start();
        try {
            assertThat(copying.waitFor()).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
