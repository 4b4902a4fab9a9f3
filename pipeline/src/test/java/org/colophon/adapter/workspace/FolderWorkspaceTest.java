package org.colophon.adapter.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWorkspaceTest {
    private static final ItemId ITEM = new ItemId("c1bcdfghjk2");

    @TempDir
    Path root;

    FolderWorkspace workspace;

    @BeforeEach
    void open() {
        workspace = new FolderWorkspace(root);
    }

    private Fixity copy(String text) {
        return workspace.copyIn(ITEM, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aFileLiesUnderItsDigest() throws IOException {
        Fixity fixity = copy("a page");
        Path kept = workspace.fetch(ITEM, fixity);
        assertThat(kept)
                .hasContent("a page")
                .isEqualTo(root.toAbsolutePath()
                        .resolve("items")
                        .resolve(ITEM.name())
                        .resolve(fixity.sha512().substring(0, 2))
                        .resolve(fixity.sha512()));
        assertThat(fixity.sha256()).isEqualTo("9a8eeff1d0bc6b9b7acf170b1168d6d07f193dc770d4c1864b03e48d775e8d1a");
        assertThat(fixity.size()).isEqualTo(6);
    }

    @Test
    void theSameBytesTwiceAreOneFile() throws IOException {
        assertThat(copy("a page")).isEqualTo(copy("a page"));
        try (var files = Files.walk(root.resolve("items")).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void aSourceThatFailsLeavesNothingBehindAndIsNotBlamedOnTheDisk() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> workspace.copyIn(ITEM, closed)).isInstanceOf(UncheckedIOException.class);
        try (var files = Files.walk(root).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFinishedFileIsTakenOver() throws IOException {
        Path made = Files.writeString(workspace.scratch(ITEM, "examine-1").resolve("thumbnail.jpg"), "tiny");
        Fixity fixity = workspace.keep(ITEM, made);
        assertThat(workspace.fetch(ITEM, fixity)).hasContent("tiny");
        assertThat(made).doesNotExist();
    }

    @Test
    void whatIsNotThereIsUnavailable() {
        Fixity fixity = copy("a page");
        workspace.release(ITEM);
        assertThatThrownBy(() -> workspace.fetch(ITEM, fixity))
                .isInstanceOfSatisfying(
                        UnavailableException.class, e -> assertThat(e.what()).isEqualTo("disk"));
    }

    @Test
    void scratchIsEmptiedAtTheNextStartAndItemsAreNot() throws IOException {
        Fixity fixity = copy("a page");
        Path scratch = workspace.scratch(ITEM, "examine-1");
        Files.writeString(scratch.resolve("half"), "x");
        FolderWorkspace next = new FolderWorkspace(root);
        assertThat(scratch).doesNotExist();
        assertThat(next.fetch(ITEM, fixity)).exists();
    }

    @Test
    void onlyScratchFoldersAreDiscarded() {
        copy("a page");
        assertThatThrownBy(() -> workspace.discard(root.resolve("items"))).isInstanceOf(IllegalArgumentException.class);
        Path scratch = workspace.scratch(ITEM, "examine-1");
        workspace.discard(scratch);
        assertThat(scratch).doesNotExist();
    }

    @Test
    void aLinkInScratchIsDeletedNotFollowed() throws IOException {
        Path outside = Files.createTempFile("precious", ".txt");
        Path scratch = workspace.scratch(ITEM, "examine-1");
        Files.createSymbolicLink(scratch.resolve("link"), outside);
        workspace.discard(scratch);
        assertThat(outside).exists();
        Files.delete(outside);
    }

    @Test
    void freeSpaceIsTold() {
        assertThat(workspace.freeBytes()).isPositive();
    }
}
