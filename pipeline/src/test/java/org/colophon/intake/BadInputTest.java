package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.colophon.item.ItemState;
import org.colophon.item.SourcePath;
import org.colophon.port.History.PageStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {
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
    void aSymlinkIsNeverFollowedAndNamed() throws IOException {
        Path secret = Files.writeString(house.home.resolve("secret.tif"), MarkedScans.whole("secret"));
        house.scan("letter/1.tif");
        Files.createSymbolicLink(house.inbox.resolve("letter/2.tif"), secret);
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item().reason()).contains("2.tif is a symbolic link");
    }

    @Test
    void aLinkedFolderInTheInboxIsRefusedByItself() throws IOException {
        Path elsewhere = Files.createDirectories(house.home.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("1.tif"), MarkedScans.whole("x"));
        Files.createSymbolicLink(house.inbox.resolve("linked"), elsewhere);
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item().reason()).contains("linked is a symbolic link");
    }

    @Test
    void aFifoIsNamedInWhy() throws Exception {
        house.scan("letter/1.tif");
        Path fifo = house.inbox.resolve("letter/2.tif");
        int made = new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
        assertThat(made).isZero();
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item().reason()).contains("2.tif is a named pipe (FIFO)");
    }

    @Test
    @Timeout(20)
    void aFifoNamedLikeANoteHoldsUpNobody() throws Exception {
        house.scan("letter/1.tif");
        Path fifo = house.inbox.resolve("pipe.WHY.txt");
        int made = new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
        assertThat(made).isZero();
        house.lookUntilQuiet();
        assertThat(house.item("letter").state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void scansThatLieTooDeepAreNamed() {
        house.scan("book/1.tif");
        house.scan("book/part/2.tif");
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item().reason()).contains("not deeper: part/2.tif");
    }

    @Test
    void aBatchInABatchIsRefused() {
        house.scan("batch/inner/book/1.tif");
        house.lookUntilQuiet();
        assertThat(house.item("inner").reason()).contains("not deeper");
    }

    @Test
    void twoNamesThatDifferOnlyInCaseAreBothKept() {
        house.scan("letter/Page.tif");
        house.scan("letter/page.tif");
        house.lookUntilQuiet();
        assertThat(names()).containsExactlyInAnyOrder("Page.tif", "page.tif");
    }

    @Test
    void aNameThatIsNotUtf8ComesThrough() throws IOException {
        Path folder = Files.createDirectory(house.raw("br%FCcke"));
        Files.writeString(Path.of(java.net.URI.create(folder.toUri() + "seite%FF1.tif")), MarkedScans.whole("x"));
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.item().source().path().path()).isEqualTo(folder);
        assertThat(house.item().title()).isEqualTo("br%FCcke");
        assertThat(names()).containsExactly("seite%FF1.tif");
    }

    @Test
    void newlinesQuotesEmojiAndTheLongestNamesComeThrough() throws IOException {
        String longest = "l".repeat(251) + ".tif";
        for (String name : List.of("a\nb.tif", "\"q'uote\".tif", "🐈.tif", longest, "..%2F..%2Fetc.tif")) {
            house.scan("letter/" + name);
        }
        house.lookUntilQuiet();
        assertThat(names()).hasSize(5).contains("🐈.tif", longest);
        assertThat(house.home.resolve("work/items"))
                .isDirectoryNotContaining(
                        path -> !path.endsWith(house.item().id().name()));
    }

    @Test
    void aNewlineInAFoldersNameDoesNotForgeALineOfStatus() {
        house.scan("letter\nother: deposited/1.tif");
        house.look();
        assertThat(house.status()).contains("letter%0Aother: deposited: waiting");
    }

    @Test
    void aFolderThatCannotBeListedWaitsAndSaysWhy() throws IOException {
        assumeFalse("root".equals(System.getProperty("user.name")), "root may read everything");
        Path locked = house.scan("locked/1.tif").getParent();
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("---------"));
        try {
            house.lookFor(Duration.ofMinutes(11));
            assertThat(house.item().state()).isEqualTo(ItemState.WAITING);
            assertThat(house.status()).contains("cannot be listed (permission denied)");
        } finally {
            Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aVanishedInboxIsSaidAndForgetsNothing() throws IOException {
        house.scan("letter/1.tif");
        house.look();
        Path away = Files.move(house.inbox, house.home.resolve("away"));
        assertThat(house.look().problems()).anyMatch(problem -> problem.contains("is not there"));
        assertThat(house.history.items()).hasSize(1);
        Files.move(away, house.inbox);
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
    }

    @Test
    void leavingsOfFileManagersArePassedOver() {
        house.scan("letter/1.tif");
        for (String name :
                List.of(".DS_Store", "._1.tif", "Thumbs.db", "desktop.ini", "~$notes.docx", "@eaDir/1.tif")) {
            house.write("letter/" + name, "x");
        }
        house.lookUntilQuiet();
        assertThat(house.item().state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.history.dossier(house.item().id()).files()).hasSize(1);
    }

    @Test
    void aScanThatKillsItsWorkerIsRefusedAfterGivingUpAndItsNeighborGoesOn() {
        house.write("bad/1.tif", "PAGE POISON END");
        house.scan("good/1.tif");
        house.lookUntilQuiet();
        assertThat(house.item("good").state()).isEqualTo(ItemState.EXAMINING);
        assertThat(house.item("bad").state()).isEqualTo(ItemState.WAITING);
        house.lookFor(Duration.ofMinutes(11));
        assertThat(house.item("bad").state()).isEqualTo(ItemState.REJECTED);
        assertThat(house.item("bad").reason()).contains("1.tif could not be checked");
    }

    @Test
    void theSourceIsKeptAsItsPathWithEveryByte() throws IOException {
        Path file = house.raw("%E9t%E9.tif");
        Files.writeString(file, MarkedScans.whole("x"));
        house.lookUntilQuiet();
        assertThat(house.item().source().path()).isEqualTo(SourcePath.of(file));
        assertThat(house.item().title()).isEqualTo("%E9t%E9");
    }

    private List<String> names() {
        return house.history.pages(house.item().id()).stream()
                .map(PageStatus::page)
                .map(page -> page.name())
                .toList();
    }
}
