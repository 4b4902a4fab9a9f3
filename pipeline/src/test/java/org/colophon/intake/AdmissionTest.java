package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colophon.item.Event;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {
    @TempDir
    Path home;

    House house;

    @BeforeEach
    void open() throws IOException {
        house = new House(home);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theWorkspaceHoldsTheVeryBytes() throws IOException {
        Path scan = house.scan("letter/1.tif");
        house.lookUntilQuiet();
        Fixity fixity = house.history.dossier(house.item().id()).files().get(0).fixity();
        assertThat(house.workspace.fetch(house.item().id(), fixity)).hasSameBinaryContentAs(scan);
        assertThat(fixity.sha512()).isEqualTo(Hashes.of("SHA-512", Files.readString(scan)));
    }

    @Test
    void provenanceTellsOfTheBeginAndTheDigests() {
        house.scan("letter/1.tif");
        house.lookUntilQuiet();
        assertThat(house.history.events(house.item().id()))
                .extracting(event -> event.type().term(), Event::outcome)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("ingestion start", Event.Outcome.SUCCESS),
                        org.assertj.core.groups.Tuple.tuple("message digest calculation", Event.Outcome.SUCCESS));
    }

    @Test
    void aSourceThatAnUnsettledItemHoldsIsNoNewDrop() {
        house.scan("letter/1.tif");
        house.lookUntilQuiet();
        house.restart();
        house.lookUntilQuiet();
        assertThat(house.history.items()).hasSize(1);
        assertThat(house.status()).contains("letter: being examined: page 1 of 1");
    }

    @Test
    void aFolderChangedWhileItsItemIsUnsettledWaitsForIt() {
        house.scan("letter/1.tif");
        house.lookUntilQuiet();
        house.scan("letter/2.tif");
        house.lookUntilQuiet();
        assertThat(house.history.items()).hasSize(1);
        assertThat(house.status()).contains("differs from what was taken in");
    }

    @Test
    void aTwinUnderWayIsWaitedFor() {
        house.write("one/1.tif", MarkedScans.whole("same"));
        house.lookUntilQuiet();
        house.write("two/1.tif", MarkedScans.whole("same"));
        house.lookUntilQuiet();
        assertThat(house.item("two").state()).isEqualTo(ItemState.WAITING);
        assertThat(house.item("two").reason())
                .contains("under way as " + house.item("one").id());
        assertThat(house.status()).contains("two: waiting: the same scans are under way");
    }

    @Test
    void theSameScansInAnotherOrderAreNoTwin() {
        house.write("one/1.tif", MarkedScans.whole("a"));
        house.write("one/2.tif", MarkedScans.whole("b"));
        house.lookUntilQuiet();
        house.write("two/1.tif", MarkedScans.whole("b"));
        house.write("two/2.tif", MarkedScans.whole("a"));
        house.lookUntilQuiet();
        assertThat(house.item("two").state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void nothingIsTakenInWhenTheDiskWouldRunFull() {
        house.config = new IntakeConfig(
                House.QUIET, House.QUIET, Duration.ofMinutes(10), Long.MAX_VALUE / 2, 20_000, "99999", "0.1.0");
        house.scan("letter/1.tif");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        assertThat(house.item().reason()).contains("make room");
        assertThat(house.status()).contains("must stay free (inbox.reserve)");
    }

    @Test
    void nothingIsTakenInWhileTooManyPagesAreOpen() {
        house.config = new IntakeConfig(House.QUIET, House.QUIET, Duration.ofMinutes(10), 0, 1, "99999", "0.1.0");
        house.scan("a/1.tif");
        house.scan("b/1.tif");
        house.lookUntilQuiet();
        assertThat(house.history.items(List.of(ItemState.WAITING), 0, 10))
                .singleElement()
                .satisfies(item -> assertThat(item.reason()).contains("1 pages are under way"));
    }

    @Test
    void aMissingLanguageIsSaidWhileTheItemIsUnderWay() {
        house.scan("letter/1.tif");
        house.write("letter/metadata.csv", "filename,dc.language\n.,deu\n");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.status()).contains("no recognition model for the language 'deu'");
    }

    @Test
    void whatIsNamedOnTheCommandLineIsTakenAtOnceAndStaysWhereItIs() throws IOException {
        Path folder = Files.createDirectories(house.home.resolve("elsewhere/letter"));
        Files.writeString(folder.resolve("1.tif"), MarkedScans.whole("x"));
        List<ItemId> taken = house.restart().take(List.of(folder), false, house.collection);
        assertThat(taken).containsExactly(house.item().id());
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(folder.resolve("1.tif")).exists();
        house.lookUntilQuiet();
        assertThat(house.history.items()).hasSize(1);
    }

    @Test
    void everyChildIsAnObjectWithEach() throws IOException {
        Path folder = Files.createDirectories(house.home.resolve("elsewhere"));
        Files.writeString(folder.resolve("b.tif"), MarkedScans.whole("b"));
        Files.writeString(folder.resolve("a.tif"), MarkedScans.whole("a"));
        Files.writeString(folder.resolve("c.tif"), "PAGE cut o");
        Intake intake = house.restart();
        List<ItemId> taken = intake.take(List.of(folder), true, house.collection);
        assertThat(taken).hasSize(3);
        assertThat(house.history.item(taken.get(0)).map(Item::title)).contains("a");
        assertThat(intake.waiting()).singleElement().asString().contains("c.tif: c.tif does not seem whole yet");
        house.lookFor(Duration.ofMinutes(11));
        assertThat(intake.waiting()).isEmpty();
        assertThat(house.history.items()).allMatch(item -> item.state() == ItemState.EXAMINING);
    }

    @Test
    void aLooseFileAmongTheObjectsIsPassedOver() {
        house.scan("../letters/a/1.tif");
        house.scan("../letters/2.tif");
        house.write("../letters/README.md", "what these letters are");
        house.restart().take(List.of(house.home.resolve("letters")), true, house.collection);
        assertThat(house.history.items())
                .extracting(item -> item.source().path().name())
                .containsExactlyInAnyOrder("a", "2.tif");
    }

    @Test
    void aSecondRunOfTheCommandFindsWhatTheFirstTookIn() throws IOException {
        Path scan = Files.writeString(house.home.resolve("a.tif"), MarkedScans.whole("a"));
        List<ItemId> first = house.restart().take(List.of(scan), false, house.collection);
        List<ItemId> second = house.restart().take(List.of(scan), false, house.collection);
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aPathThatLeadsNowhereIsSaid() {
        Intake intake = house.restart();
        assertThatThrownBy(() -> intake.take(List.of(house.home.resolve("no")), false, house.collection))
                .isInstanceOf(NothingThereException.class)
                .hasMessageContaining("name a scan");
    }
}
