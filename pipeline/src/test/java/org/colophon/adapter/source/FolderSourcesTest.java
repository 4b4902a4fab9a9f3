package org.colophon.adapter.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether settling can be a rename. */
class FolderSourcesTest {
    @TempDir
    Path folder;

    private final FolderSources sources = new FolderSources();
    private Path inbox;
    private Path done;

    @BeforeEach
    void makeFolders() throws IOException {
        inbox = Files.createDirectories(folder.resolve("inbox"));
        done = Files.createDirectories(folder.resolve("done"));
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void aTryLeavesNothing() throws IOException {
        assertThat(sources.canMove(inbox, done)).isTrue();
        assertThat(inbox).isEmptyDirectory();
        assertThat(done).isEmptyDirectory();
    }

    @Test
    void twoMountsOfOneDiskAreTwo() throws IOException, InterruptedException {
        assumeTrue(
                run("mount", "--bind", done.toString(), done.toString()),
                "nothing can be mounted here: that takes Linux and root");
        try {
            assertThat(Files.getFileStore(inbox)).isEqualTo(Files.getFileStore(done));
            assertThat(sources.canMove(inbox, done)).isFalse();
            assertThat(inbox).isEmptyDirectory();
            assertThat(done).isEmptyDirectory();
        } finally {
            run("umount", "-l", done.toString());
        }
    }

    @Test
    void whatATryThatWasKilledLeftIsNoDropAndGoesWithTheNext() throws IOException {
        String left = FolderSources.probe(done);
        Files.createDirectory(done.resolve(left));
        Files.createDirectory(inbox.resolve(left));
        assertThat(sources.list(inbox)).isEmpty();
        assertThat(sources.canMove(inbox, done)).isTrue();
        assertThat(inbox).isEmptyDirectory();
        assertThat(done).isEmptyDirectory();
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorOfItsOwn() {
        assertThatThrownBy(() -> sources.canMove(inbox, folder.resolve("gone"))).isInstanceOf(IOException.class);
        assertThat(inbox).isEmptyDirectory();
    }
}
