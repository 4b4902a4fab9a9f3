package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colophon.item.Access;
import org.colophon.item.Collection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxLocksTest {
    @TempDir
    Path folder;

    private Home one;
    private Home other;
    private Path shared;

    @BeforeEach
    void makeHomes() throws IOException {
        one = Home.at(Files.createDirectories(folder.resolve("one")));
        other = Home.at(Files.createDirectories(folder.resolve("other")));
        shared = Files.createDirectories(folder.resolve("scans"));
    }

    private static List<Collection> watching(Path inbox) {
        return List.of(
                new Collection("default", "All", inbox, List.of("eng"), "anything-readable", Access.OPEN, null, null));
    }

    @Test
    void twoHomesMayNotWatchOneInbox() {
        try (InboxLocks locks = InboxLocks.take(one, watching(shared))) {
            assertThat(locks).isNotNull();
            assertThatThrownBy(() -> InboxLocks.take(other, watching(shared)))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(shared.toString())
                    .hasMessageContaining("Stop that one");
        }
        InboxLocks.take(other, watching(shared)).close();
    }

    @Test
    void anInboxInTheHomeNeedsNoLock() throws IOException {
        Path inbox = Files.createDirectories(one.folder().resolve("inbox"));
        try (InboxLocks locks = InboxLocks.take(one, watching(inbox))) {
            assertThat(locks).isNotNull();
            assertThat(inbox).isEmptyDirectory();
        }
    }

    @Test
    void theInboxOfAnotherHomeIsNotTaken() throws IOException {
        Files.createFile(one.lockFile());
        Path inbox = Files.createDirectories(one.folder().resolve("inbox"));
        assertThatThrownBy(() -> InboxLocks.take(other, watching(inbox)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(one.folder().toString());
        Path link = Files.createSymbolicLink(folder.resolve("link"), inbox);
        assertThatThrownBy(() -> InboxLocks.take(other, watching(link)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(one.folder().toString());
    }

    @Test
    void anInboxInTheHomeNeedsNoLockByWhateverNameTheHomeIsCalled() throws IOException {
        Path inbox = Files.createDirectories(one.folder().resolve("inbox"));
        Files.createFile(one.ledger());
        Home linked = Home.at(Files.createSymbolicLink(folder.resolve("linked"), one.folder()));
        InboxLocks.take(linked, watching(inbox)).close();
        assertThat(inbox).isEmptyDirectory();
    }

    @Test
    void aFolderNamedWorkBesideAnInboxMakesNoHome() throws IOException {
        Files.createDirectories(folder.resolve("work"));
        InboxLocks.take(one, watching(shared)).close();
    }

    @Test
    void aLockFileThatCannotBeOpenedIsNoShareWithoutLocks() throws IOException {
        Files.createDirectories(shared.resolve(".colophon-lock"));
        assertThatThrownBy(() -> InboxLocks.take(one, watching(shared)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining(shared.resolve(".colophon-lock").toString())
                .hasMessageContaining("Give it to this user");
    }
}
