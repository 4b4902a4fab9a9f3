package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import org.colophon.item.ItemState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletenessTest {
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
    void aFolderThatStaysUnchangedForTheQuietTimeIsTakenIn() {
        house.scan("letter/1.tif");
        house.lookFor(Duration.ofSeconds(55));
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        house.lookFor(Duration.ofSeconds(10));
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.woken).hasSize(1);
    }

    @Test
    void aHalfCopiedFolderIsLeftAlone() {
        for (int page = 1; page <= 5; page++) {
            house.scan("book/" + page + ".tif");
            house.lookFor(Duration.ofSeconds(50));
            assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        }
        house.lookUntilQuiet();
        assertThat(house.item().pageCount()).isEqualTo(5);
    }

    @Test
    void aGrowingFileIsLeftAloneThoughItsTimesArePreserved() throws IOException {
        FileTime old = FileTime.fromMillis(1_000_000_000_000L);
        for (int part = 1; part <= 4; part++) {
            Path file = house.write("letter/1.tif", MarkedScans.whole("x".repeat(part * 100)));
            Files.setLastModifiedTime(file, old);
            house.lookFor(Duration.ofSeconds(50));
            assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        }
    }

    @Test
    void twoLooksAreTooFewHoweverLongTheyLieApart() {
        house.scan("letter/1.tif");
        house.look();
        house.clock.pass(Duration.ofHours(1));
        house.look();
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
    }

    @Test
    void aMachineThatSleptDoesNotTakeInWhatIsHalfCopied() {
        house.scan("book/1.tif");
        house.lookFor(Duration.ofSeconds(10));
        house.clock.pass(Duration.ofHours(8));
        house.lookFor(Duration.ofSeconds(20));
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        house.scan("book/2.tif");
        house.lookUntilQuiet();
        assertThat(house.item().pageCount()).isEqualTo(2);
    }

    @Test
    void aMachineThatSleptDoesNotGiveUpAnEmptyFolder() throws IOException {
        Files.createDirectory(house.inbox.resolve("nothing"));
        house.lookUntilQuiet();
        house.clock.pass(Duration.ofHours(8));
        house.lookFor(Duration.ofMinutes(3));
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
    }

    @Test
    void looksThatLieFarApartOnlyHaveToBeOneMore() {
        house.scan("letter/1.tif");
        house.scan("map.tif");
        for (int looks = 1; looks <= 4; looks++) {
            house.look();
            house.clock.pass(Duration.ofMinutes(20));
        }
        assertThat(house.history.items()).allMatch(item -> item.state() == ItemState.EXAMINING);
    }

    @Test
    void aClockThatIsSetBackTakesNothingFromTheQuietTime() {
        house.scan("letter/1.tif");
        house.lookFor(Duration.ofSeconds(30));
        house.clock.pass(Duration.ofDays(-1));
        house.lookFor(Duration.ofSeconds(40));
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void aLooseFileWaitsItsOwnQuietTime() {
        house.scan("map.tif");
        house.lookFor(Duration.ofSeconds(15));
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.item().title()).isEqualTo("map");
    }

    @Test
    void aMarkerMakesItCompleteAtOnceAndIsRemoved() {
        house.scan("letter/1.tif");
        Path marker = house.write("letter/.ready", "");
        house.look();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(marker).doesNotExist();
    }

    @Test
    void aChecksumFileThatListsAndMatchesEverythingMakesItComplete() {
        house.scan("letter/1.tif");
        house.write("letter/checksum.md5", Hashes.of("MD5", MarkedScans.whole("letter/1.tif")) + "  1.tif\n");
        house.lookFor(Duration.ofSeconds(5));
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void aListedFileThatIsStillMissingKeepsItWaitingAndIsNamed() {
        house.scan("letter/1.tif");
        house.write(
                "letter/checksum.sha256",
                Hashes.of("SHA-256", MarkedScans.whole("letter/1.tif")) + "  1.tif\n"
                        + Hashes.of("SHA-256", MarkedScans.whole("letter/2.tif")) + "  2.tif\n");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        assertThat(house.status()).contains("checksum.sha256, row 2").contains("2.tif");
        house.scan("letter/2.tif");
        house.lookFor(Duration.ofSeconds(10));
        assertThat(house.item().pageCount()).isEqualTo(2);
    }

    @Test
    void aPageThatIsNotWholeLengthensTheWaitUntilItIs() {
        house.scan("letter/1.tif");
        house.write("letter/2.tif", "PAGE cut o");
        house.lookFor(Duration.ofMinutes(5));
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
        assertThat(house.status()).contains("2.tif does not seem whole yet");
        house.scan("letter/2.tif");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void aPageThatStaysCutOffIsAdmittedAfterGivingUpSoThatExaminationRefusesItByName() {
        house.write("letter/1.tif", "PAGE cut o");
        house.lookFor(Duration.ofMinutes(11));
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.history.pages(house.item().id())).hasSize(1);
        assertThat(house.workers.inspections)
                .as("asked once a state of the file")
                .isEqualTo(1);
    }

    @Test
    void aFileStillWrittenUnderATemporaryNameHoldsTheFolder() {
        house.scan("letter/1.tif");
        house.write("letter/2.tif.part", "PAGE");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
    }

    @Test
    void anEmptyFolderWaitsWithAReasonAndIsRefusedAfterGivingUp() throws IOException {
        Files.createDirectory(house.inbox.resolve("nothing"));
        house.lookUntilQuiet();
        assertThat(house.status()).contains("nothing: waiting: the folder is empty");
        house.lookFor(Duration.ofMinutes(10));
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item().reason()).contains("empty");
    }

    @Test
    void aFolderWithoutScansSaysWhatLiesInIt() {
        house.write("letter/notes.docx", "text");
        house.lookUntilQuiet();
        assertThat(house.status()).contains("no scans lie in it (notes.docx)");
    }

    @Test
    void statusTellsWhenTheLastChangeWas() {
        house.scan("letter/1.tif");
        house.look();
        house.clock.pass(Duration.ofSeconds(8));
        house.look();
        assertThat(house.status()).contains("letter: waiting: last change 8 s ago");
    }

    @Test
    void whatIsTakenAwayWhileItWaitsIsForgotten() throws IOException {
        Path scan = house.scan("letter/1.tif");
        house.look();
        Files.delete(scan);
        Files.delete(scan.getParent());
        house.look();
        assertThat(house.history.items()).isEmpty();
    }

    @Test
    void aRestartKeepsTheNameOfWhatWaits() {
        house.scan("letter/1.tif");
        house.look();
        var before = house.item().id();
        house.restart();
        house.lookUntilQuiet();
        assertThat(house.item().id()).isEqualTo(before);
    }
}
