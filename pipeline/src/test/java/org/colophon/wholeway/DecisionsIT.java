package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code retry} and {@code reject} beside a running service and on an idle home. Items are set aside as they are in life:
 * the workers that examine them die, three times over; one stays under way because its readers are halted.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DecisionsIT {
    /** The sweeper acts within 5 s; the rest is for what it starts, on a busy machine. */
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    static Path folder;

    private Program colophon;
    private Drops drops;
    private Process service;

    @BeforeAll
    void setThreeAside() throws IOException {
        colophon = new Program(
                folder.resolve("home"),
                "--set",
                "web.port=0",
                "--set",
                "inbox.every=300ms",
                "--set",
                "inbox.reserve=1m");
        drops = new Drops(colophon.home().resolve("inbox"), folder.resolve("desk"));
        drops.poster();
        drops.poster();
        drops.poster();
        service = colophon.start("run");
        try (Remains remains = Remains.watched(colophon.home())) {
            Program.await("three items to be set aside", Duration.ofMinutes(3), 5, () -> {
                assertThat(service.isAlive()).as(Program.text(colophon.log())).isTrue();
                if (Boundary.EXAMINING.in(remains)) {
                    workers("image").forEach(ProcessHandle::destroyForcibly);
                }
                return count(remains, "select id from item where state = 'set-aside'") == 3;
            });
        }
    }

    @AfterAll
    void end() {
        Program.stop(service);
    }

    @Test
    @Order(1)
    void whatIsSetAsideStaysInTheInboxAndIsNamedThere() {
        Program.await("STATUS.txt to say so", SOON, () -> Program.text(
                        colophon.home().resolve("inbox").resolve("STATUS.txt"))
                .contains("colophon retry " + item("0001-poster").get("id").asText()));
        assertThat(colophon.home().resolve("inbox").resolve("0001-poster")).isDirectory();
    }

    @Test
    @Order(2)
    void retryBesideTheServiceTakesItUpWithinSeconds() {
        String id = item("0001-poster").get("id").asText();
        Program.Ended ended = colophon.run("retry", id);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out()).contains(id + " is taken up again by the running service");
        try (Remains remains = Remains.watched(colophon.home())) {
            Program.await(
                    "a fourth attempt",
                    SOON,
                    () -> count(remains, "select id from attempt where step = 'examine' and item = '" + id + "'") >= 4);
        }
        awaitFile("done/0001-poster/RECEIPT.txt");
        assertThat(decision(id)).contains("taken up again").contains(System.getProperty("user.name"));
    }

    @Test
    @Order(3)
    void rejectBesideTheServiceStopsWhatIsUnderWay() {
        drops.letter();
        Path inbox = colophon.home().resolve("inbox").resolve("0004-letter");
        workers("ocr").forEach(worker -> signal("STOP", worker));
        try (Remains remains = Remains.watched(colophon.home())) {
            Program.await("the letter to be under way", SOON, () -> Boundary.RECOGNIZING.in(remains));
            workers("ocr").forEach(worker -> signal("STOP", worker));
            String id = item("0004-letter").get("id").asText();
            Program.Ended ended = colophon.run("reject", id, "--why", "The wrong letter: scan folder 12 instead.");
            assertThat(ended.code()).as(ended.err()).isZero();
            assertThat(ended.out()).contains(id + " is rejected").contains("by the running service");
            awaitFile("rejected/0004-letter/WHY.txt");
            assertThat(Program.text(colophon.home().resolve("rejected/0004-letter/WHY.txt")))
                    .contains("The wrong letter: scan folder 12 instead.");
            assertThat(inbox).doesNotExist();
            assertThat(decision(id)).contains("rejected: The wrong letter").contains(System.getProperty("user.name"));
        } finally {
            workers("ocr").forEach(worker -> signal("CONT", worker));
        }
    }

    @Test
    @Order(4)
    void whatDoesNotFitIsRefusedWithASentence() {
        String deposited = item("0001-poster").get("id").asText();
        String rejected = item("0004-letter").get("id").asText();
        refused(1, "there is no item c1nosuchitem", "retry", "c1nosuchitem");
        refused(1, "there is no item c1nosuchitem", "reject", "c1nosuchitem", "--why", "gone");
        refused(1, "nothing to retry", "retry", deposited);
        refused(1, "lies in the archive, and what was deposited stays", "reject", deposited, "--why", "too late");
        refused(1, "is rejected already", "reject", rejected, "--why", "again");
        refused(1, "nothing to retry", "retry", rejected);
        refused(2, "--why", "reject", item("0002-poster").get("id").asText());
        refused(2, "colophon list", "retry", "no/such%item");
    }

    @Test
    @Order(5)
    void decisionsOnAnIdleHomeAreActedUponAtTheNextStart() {
        String second = item("0002-poster").get("id").asText();
        String third = item("0003-poster").get("id").asText();
        Program.stop(service);
        assertThat(colophon.run("reject", second, "--why", "Not ours.").out())
                .contains("when Colophon is started next");
        assertThat(colophon.run("retry", third).out()).contains("when Colophon is started next");
        assertThat(colophon.home().resolve("inbox").resolve("0002-poster")).isDirectory();
        service = colophon.start("run");
        awaitFile("rejected/0002-poster/WHY.txt");
        awaitFile("done/0003-poster/RECEIPT.txt");
        assertThat(Program.text(colophon.home().resolve("rejected/0002-poster/WHY.txt")))
                .contains("Not ours.");
    }

    private void refused(int code, String sentence, String... arguments) {
        Program.Ended ended = colophon.run(arguments);
        assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(code);
        assertThat(ended.err()).contains(sentence).doesNotContain("\tat ");
    }

    private JsonNode item(String name) {
        return colophon.itemOf(name);
    }

    /** The events of an item as one text, each with who did it. */
    private String decision(String id) {
        StringBuilder told = new StringBuilder();
        colophon.show(id).get("events").forEach(event -> told.append(event.get("detail"))
                .append(' ')
                .append(event.get("agent"))
                .append('\n'));
        return told.toString();
    }

    private void awaitFile(String place) {
        Program.await(
                place, Duration.ofMinutes(1), () -> Files.exists(colophon.home().resolve(place)));
    }

    private List<ProcessHandle> workers(String kind) {
        return service.descendants()
                .filter(one -> one.info().arguments().stream()
                        .anyMatch(arguments -> String.join(" ", arguments).contains("/workers/" + kind + "/")))
                .toList();
    }

    private static void signal(String signal, ProcessHandle to) {
        try {
            new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + to.pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static int count(Remains remains, String question) {
        try {
            return remains.rows(question).size();
        } catch (SQLException e) {
            return 0;
        }
    }
}
