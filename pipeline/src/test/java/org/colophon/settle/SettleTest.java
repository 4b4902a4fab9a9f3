package org.colophon.settle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.intake.House;
import org.colophon.intake.MarkedScans;
import org.colophon.item.Agent;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ending;
import org.colophon.port.Lease;
import org.colophon.port.StepResult.Settled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real folders and a real ledger; kills are played by doing what the killed attempt had done, and no more. */
class SettleTest {
    @TempDir
    Path home;

    House house;
    SettleConfig config;
    Way way;
    Settle settle;

    @BeforeEach
    void open() throws IOException {
        house = new House(home);
        way = new Way(house);
        config = new SettleConfig(
                house.home.resolve("done"),
                house.home.resolve("rejected"),
                house.home.resolve("duplicate"),
                "http://127.0.0.1:8080/");
        assertThat(config.outOfReach(house.sources, List.of(house.collection))).isEmpty();
        settle = settle(false);
    }

    private Settle settle(boolean holds) {
        return new Settle(house.ledger, house.history, house.sources, List.of(house.collection), config, holds);
    }

    @AfterEach
    void close() {
        house.close();
    }

    /** Settles and commits. */
    private Settled settle(Item item) {
        Lease lease =
                house.ledger.begin(Task.of(item.id(), Step.SETTLE), "test").orElseThrow();
        Ending ending = settle.settle(lease);
        house.ledger.finish(lease, ending);
        return (Settled) ((Ending.Done) ending).result();
    }

    /** Settles and is killed before the ledger hears of it. */
    private Settled settleAndDie(Item item) {
        Lease lease =
                house.ledger.begin(Task.of(item.id(), Step.SETTLE), "test").orElseThrow();
        Settled settled = (Settled) ((Ending.Done) settle.settle(lease)).result();
        house.ledger.abandonAll();
        return settled;
    }

    private List<String> in(String folder) throws IOException {
        try (Stream<Path> entries = Files.list(house.home.resolve(folder))) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aDepositedFolderIsFoundInDoneWithItsReceipt() throws IOException {
        house.scan("letter/1.tif");
        Item item = way.deposited("letter");
        Settled settled = settle(item);
        assertThat(settled.problem()).isNull();
        assertThat(house.inbox.resolve("letter")).doesNotExist();
        assertThat(House.read(house.home.resolve("done/letter/RECEIPT.txt")))
                .startsWith("Colophon: ")
                .contains(item.id().name())
                .contains("http://127.0.0.1:8080/items/" + item.id())
                .contains("Pages:    1")
                .contains("17 characters, recognized with a confidence of 91 of 100")
                .contains("page 1, 1.tif: no profile");
        assertThat(house.home.resolve("done/letter/1.tif")).exists();
    }

    @Test
    void theReceiptOfWhatWillBeHeldNamesNoPage() {
        settle = settle(true);
        house.scan("letter/1.tif");
        settle(way.deposited("letter"));
        assertThat(House.read(house.home.resolve("done/letter/RECEIPT.txt")))
                .contains("Read it:  not yet: it is held (publish.mode: hold)")
                .doesNotContain("/items/");
    }

    @Test
    void aRefusedFolderTellsEveryFaultAndWhatToDo() {
        house.scan("book/1.tif");
        house.write("book/metadata.csv", "filename,access,embargo-until\n.,opn,soon\n");
        house.lookUntilQuiet();
        settle(house.item());
        assertThat(House.read(house.home.resolve("rejected/book/WHY.txt")))
                .contains("row 2, column access")
                .contains("row 2, column embargo-until")
                .contains("drop the folder into the inbox again");
    }

    @Test
    void aFolderThatIsRejectedWhileItWaitsGoesBackAsWell() {
        house.scan("growing/1.tif");
        house.look();
        Event why = Event.ofItem(
                Instant.EPOCH, EventType.INGESTION_END, Event.Outcome.FAILURE, "rejected", Agent.person("somebody"));
        house.ledger.reject(house.item("growing").id(), "the wrong book", why);
        assertThat(settle(house.item("growing")).problem()).isNull();
        assertThat(house.inbox.resolve("growing")).doesNotExist();
        assertThat(House.read(house.home.resolve("rejected/growing/WHY.txt"))).contains("the wrong book");
    }

    @Test
    void everyBadPageStandsInWhy() {
        house.scan("book/1.tif");
        house.scan("book/2.tif");
        house.scan("book/3.tif");
        house.lookUntilQuiet();
        way.refusePages(house.item(), 1, 3);
        settle(house.item());
        assertThat(House.read(house.home.resolve("rejected/book/WHY.txt")))
                .contains("1.tif")
                .contains("3.tif")
                .doesNotContain("page 2, 2.tif: it is cut off");
    }

    @Test
    void aDuplicateNamesItsTwinAndTheDifference() {
        house.scan("letter/1.tif");
        Item first = way.deposited("letter");
        settle(first);
        house.write("again/1.tif", MarkedScans.whole("letter/1.tif"));
        house.write("again/metadata.csv", "filename,dc.title\n.,Another title\n");
        house.lookUntilQuiet();
        assertThat(house.item("again").state()).isEqualTo(ItemState.DUPLICATE);
        settle(house.item("again"));
        assertThat(House.read(house.home.resolve("duplicate/again/DUPLICATE.txt")))
                .contains(first.id().name())
                .contains("Deposited:")
                .contains("Another title");
    }

    @Test
    void aCorrectedFolderIsANewDrop() throws IOException {
        house.scan("book/1.tif");
        house.write("book/metadata.csv", "filename,access\n.,opn\n");
        house.lookUntilQuiet();
        settle(house.item());
        Path back = Files.move(house.home.resolve("rejected/book"), house.inbox.resolve("book"));
        Files.writeString(back.resolve("metadata.csv"), "filename,access\n.,open\n");
        house.lookUntilQuiet();
        Item item = house.history.items(List.of(ItemState.EXAMINING), 0, 9).get(0);
        way.deposit(item);
        settle(item);
        assertThat(in("done/book")).containsExactly("1.tif", "RECEIPT.txt", "metadata.csv");
    }

    @Test
    void aLooseFileHasItsNoteBesideIt() throws IOException {
        house.scan("map.tif");
        settle(way.deposited("map.tif"));
        assertThat(in("done")).containsExactly("map.tif", "map.tif.RECEIPT.txt");
    }

    @Test
    void theLongestNameAndOneThatIsNotUtf8AreSettled() throws IOException {
        house.scan("l".repeat(251) + ".tif");
        settle(way.deposited("l".repeat(251) + ".tif"));
        Path raw = house.raw("%E9.tif");
        Files.writeString(raw, MarkedScans.whole("e"));
        settle(way.deposited("%E9.tif"));
        assertThat(in("done")).hasSize(4);
        assertThat(Files.exists(Path.of(java.net.URI.create(house.home.toUri() + "done/%E9.tif.RECEIPT.txt"))))
                .isTrue();
    }

    @Test
    void aTakenNameGetsANumber() throws IOException {
        Files.createDirectories(house.home.resolve("done/letter"));
        house.scan("letter/1.tif");
        settle(way.deposited("letter"));
        assertThat(in("done")).containsExactly("letter", "letter (2)");
    }

    @Test
    void aFolderChangedSinceAdmissionStaysWithANoteAndIsANewDrop() throws IOException {
        house.scan("letter/1.tif");
        Item item = way.deposited("letter");
        house.scan("letter/2.tif");
        Settled settled = settle(item);
        assertThat(settled.place()).isNull();
        assertThat(settled.problem()).contains("2.tif is new");
        assertThat(House.read(house.inbox.resolve("letter/WHY.txt"))).contains("- 2.tif is new");
        house.lookUntilQuiet();
        assertThat(house.history.items(List.of(ItemState.EXAMINING), 0, 9))
                .singleElement()
                .satisfies(next -> assertThat(next.pageCount()).isEqualTo(2));
    }

    @Test
    void aKillBetweenRenameAndNoteIsMended() throws IOException {
        house.scan("letter/1.tif");
        Item item = way.deposited("letter");
        Files.move(house.inbox.resolve("letter"), house.home.resolve("done/letter"), StandardCopyOption.ATOMIC_MOVE);
        assertThat(settle(item).problem()).isNull();
        assertThat(in("done")).containsExactly("letter");
        assertThat(house.home.resolve("done/letter/RECEIPT.txt")).exists();
    }

    @Test
    void aKillBetweenNoteAndLedgerIsMendedThoughANewFolderOfThatNameWasDropped() throws IOException {
        house.scan("letter/1.tif");
        Item item = way.deposited("letter");
        Settled first = settleAndDie(item);
        house.write("letter/1.tif", MarkedScans.whole("another letter"));
        Settled second = settle(item);
        assertThat(second).isEqualTo(first);
        assertThat(house.inbox.resolve("letter/1.tif")).exists();
        assertThat(in("done")).containsExactly("letter");
    }

    @Test
    void aFolderThatWasTakenAwayIsSaidNotSought() throws IOException {
        house.scan("letter/1.tif");
        Item item = way.deposited("letter");
        Files.move(house.inbox.resolve("letter"), house.home.resolve("letter"));
        assertThat(settle(item).problem()).contains("was taken away");
    }

    @Test
    void childrenOfABatchStayTogetherAndItsTableFollowsTheLast() throws IOException {
        house.scan("batch/one/1.tif");
        house.scan("batch/two/1.tif");
        house.write("batch/metadata.csv", "filename,dc.title\none,First\ntwo,Second\n");
        settle(way.deposited("one"));
        assertThat(house.inbox.resolve("batch/metadata.csv")).exists();
        settle(way.deposited("two"));
        assertThat(in("done/batch")).containsExactly("metadata.csv", "one", "two");
        assertThat(house.inbox.resolve("batch")).doesNotExist();
    }

    @Test
    void whatWasNamedOnTheCommandLineStaysWhereItIs() throws IOException {
        Path scan = Files.writeString(house.home.resolve("a.tif"), MarkedScans.whole("a"));
        house.restart().take(List.of(scan), false, house.collection);
        way.deposit(house.item());
        assertThat(settle(house.item())).isEqualTo(new Settled(null, null));
        assertThat(scan).exists();
    }

    @Test
    void aMoveThatFailsIsUnavailableAndSucceedsLater() throws IOException {
        house.scan("letter/1.tif");
        Item item = way.deposited("letter");
        Path done = house.home.resolve("done");
        Files.delete(done);
        Files.writeString(done, "a file where a folder should be");
        Lease lease =
                house.ledger.begin(Task.of(item.id(), Step.SETTLE), "test").orElseThrow();
        assertThatThrownBy(() -> settle.settle(lease))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("cannot be moved");
        house.ledger.finish(lease, new Ending.Unavailable("disk", "no folder"));
        Files.delete(done);
        house.clock.pass(Duration.ofMinutes(11));
        assertThat(settle(item).problem()).isNull();
        assertThat(in("done")).containsExactly("letter");
    }
}
