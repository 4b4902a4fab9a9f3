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
import org.colophon.port.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every workspace does. */
public abstract class WorkspaceContract {
    protected static final ItemId ITEM = new ItemId("c1bcdfghjk2");
    private static final ItemId OTHER = new ItemId("c1bcdfghjk3");

    @TempDir
    protected Path root;

    protected Workspace workspace;

    /** Opens it anew, as a process that starts would; of one test, always the same. */
    protected abstract Workspace open();

    /** What is unavailable when a file is not there: {@code disk} or {@code store}. */
    protected abstract String place();

    @BeforeEach
    void begin() {
        workspace = open();
    }

    protected Fixity copy(String text) {
        return copy(ITEM, text);
    }

    private Fixity copy(ItemId item, String text) {
        return workspace.copyIn(item, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatWasCopiedInComesBackWithItsDigests() {
        Fixity fixity = copy("a page");
        assertThat(workspace.fetch(ITEM, fixity)).hasContent("a page");
        assertThat(fixity.sha256()).isEqualTo("9a8eeff1d0bc6b9b7acf170b1168d6d07f193dc770d4c1864b03e48d775e8d1a");
        assertThat(fixity.size()).isEqualTo(6);
    }

    @Test
    void theSameBytesTwiceAreTheSame() {
        assertThat(copy("a page")).isEqualTo(copy("a page"));
    }

    @Test
    void anEmptyFileIsAFile() {
        assertThat(workspace.fetch(ITEM, copy(""))).isEmptyFile();
    }

    @Test
    void aSourceThatFailsLeavesNothingBehindAndIsNotBlamedOnTheDisk() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        assertThatThrownBy(() -> workspace.copyIn(ITEM, closed)).isInstanceOf(UncheckedIOException.class);
        try (var files = Files.walk(root).filter(Files::isRegularFile)) {
            assertThat(files).isEmpty();
        }
        assertThat(workspace.items()).isEmpty();
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
                        UnavailableException.class, e -> assertThat(e.what()).isEqualTo(place()));
    }

    @Test
    void itSaysWhatItHoldsAndForWhom() {
        Fixity fixity = copy("a page");
        assertThat(workspace.holds(ITEM, fixity)).isTrue();
        assertThat(workspace.holds(OTHER, fixity)).isFalse();
        copy(OTHER, "another page");
        assertThat(workspace.items()).containsExactlyInAnyOrder(ITEM, OTHER);
    }

    @Test
    void releasingAnItemLeavesItsNeighbors() {
        Fixity mine = copy("a page");
        Fixity others = copy(OTHER, "a page");
        workspace.release(ITEM);
        assertThat(workspace.holds(ITEM, mine)).isFalse();
        assertThat(workspace.fetch(OTHER, others)).hasContent("a page");
        assertThat(workspace.items()).containsExactly(OTHER);
        workspace.release(ITEM);
    }

    @Test
    void scratchIsEmptiedAtTheNextStartAndItemsAreNot() throws IOException {
        Fixity fixity = copy("a page");
        Path scratch = workspace.scratch(ITEM, "examine-1");
        Files.writeString(scratch.resolve("half"), "x");
        Workspace next = open();
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
