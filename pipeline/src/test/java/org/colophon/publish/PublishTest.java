package org.colophon.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.item.UnavailableException;
import org.colophon.item.Verdict;
import org.colophon.port.Ending;
import org.colophon.port.History.PageStatus;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;
import org.colophon.publish.PublishConfig.Mode;
import org.colophon.web.readingroom.CopiesInMemory;
import org.colophon.web.readingroom.Letter;
import org.colophon.web.readingroom.PublishedItems;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What publishing puts for readers. */
final class PublishTest {
    private static final ItemId ID = new ItemId("c1letter");
    private final PublishedItems items = new PublishedItems();
    private final CopiesInMemory copies = new CopiesInMemory();

    @TempDir
    private Path home;

    private Workspace workspace;

    @BeforeEach
    void aLetterOfTwoPagesTheSecondUnread() {
        workspace = new FolderWorkspace(home);
        deposited("Grüße\nan Clara", "");
    }

    @Test
    void everyPageGetsItsImagesAndItsTextInThreeForms() {
        assertThat(publish(1, Mode.AUTO)).isEqualTo(new Ending.Done(new StepResult.Published(false), List.of()));
        assertThat(copies.all())
                .containsOnlyKeys(
                        "c1letter/1/thumbnail.jpg",
                        "c1letter/1/reading.jpg",
                        "c1letter/1/text.json",
                        "c1letter/1/alto.xml",
                        "c1letter/1/text.txt",
                        "c1letter/2/thumbnail.jpg",
                        "c1letter/2/reading.jpg");
        assertThat(text("c1letter/1/text.txt")).isEqualTo("Grüße\nan Clara\n");
        assertThat(text("c1letter/1/alto.xml")).contains("CONTENT=\"Grüße\"", "ark:99999/c1letter/p1");
        assertThat(text("c1letter/1/thumbnail.jpg")).isEqualTo("thumbnail of 1");
    }

    @Test
    void publishingTwiceGivesTheSame() {
        publish(1, Mode.AUTO);
        Map<String, byte[]> first = new TreeMap<>(copies.all());
        publish(1, Mode.AUTO);
        assertThat(copies.all()).containsExactlyEntriesOf(first);
    }

    @Test
    void aHeldItemIsMadeReadyButHeld() {
        assertThat(publish(1, Mode.HOLD)).isEqualTo(new Ending.Done(new StepResult.Published(true), List.of()));
        assertThat(copies.all()).hasSize(7);
    }

    @Test
    void whatWasReleasedOnceIsNotHeldAgain() {
        Item released = Letter.item(ID.name(), "A letter", 2);
        items.add(released, items.pages(ID));
        assertThat(publish(1, Mode.HOLD)).isEqualTo(new Ending.Done(new StepResult.Published(false), List.of()));
    }

    @Test
    void aStoreThatIsDownIsNotBlamedOnTheItem() {
        copies.downAfter(3);
        assertThatThrownBy(() -> publish(1, Mode.AUTO)).isInstanceOf(UnavailableException.class);
        copies.downAfter(Integer.MAX_VALUE);
        publish(1, Mode.AUTO);
        assertThat(copies.all()).hasSize(7);
    }

    @Test
    void aNewReadingReplacesTheOldOneAndLeavesTheImages() throws IOException {
        publish(1, Mode.AUTO);
        workspace.release(ID);
        Item item = items.item(ID).orElseThrow();
        List<PageStatus> pages = new ArrayList<>();
        for (PageStatus page : items.pages(ID)) {
            String text = page.page().n() == 1 ? "Grüße\nan Klara" : "";
            pages.add(page(page.page().n(), text, page.examined()));
        }
        items.add(item, pages);
        publish(2, Mode.AUTO);
        assertThat(text("c1letter/1/text.txt")).isEqualTo("Grüße\nan Klara\n");
        assertThat(text("c1letter/1/thumbnail.jpg")).isEqualTo("thumbnail of 1");
    }

    @Test
    void nothingIsLeftInTheScratchFolder() throws IOException {
        publish(1, Mode.AUTO);
        try (Stream<Path> left = Files.list(home.resolve("scratch"))) {
            assertThat(left).isEmpty();
        }
    }

    private Ending publish(int round, Mode mode) {
        Publish publish = new Publish(items, workspace, copies, new PublishConfig(mode));
        return publish.publish(new Lease(Task.of(ID, Step.PUBLISH), 1, round, 1, false));
    }

    private void deposited(String... texts) {
        List<PageStatus> pages = new ArrayList<>();
        for (int n = 1; n <= texts.length; n++) {
            pages.add(page(n, texts[n - 1], examined(n)));
        }
        items.add(Letter.unpublished(Letter.item(ID.name(), "A letter", texts.length)), pages);
    }

    private PageStatus page(int n, String text, StepResult.Examined examined) {
        if (!text.isEmpty()) {
            workspace.copyIn(ID, new ByteArrayInputStream(Letter.json(text)));
        }
        PageStatus page = Letter.page(n, text);
        return new PageStatus(page.page(), page.file(), page.verdict(), examined, page.recognized(), List.of());
    }

    private StepResult.Examined examined(int n) {
        List<StepResult.Kept> kept = Stream.of(Derived.Role.THUMBNAIL, Derived.Role.READING, Derived.Role.PAGE_IMAGE)
                .map(role -> new StepResult.Kept(
                        new Derived(role, role + ".jpg", "image/jpeg", 1, 1, "scaled"),
                        workspace.copyIn(ID, bytes(role, n))))
                .toList();
        Result.Examination nothing = new Result.Examination(null, null, List.of(), List.of(), List.of(), null);
        return new StepResult.Examined(Verdict.ACCEPTED, nothing, kept);
    }

    private static ByteArrayInputStream bytes(Derived.Role role, int n) {
        String words = role.name().toLowerCase(Locale.ROOT) + " of " + n;
        return new ByteArrayInputStream(words.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String key) {
        return new String(copies.all().get(key), StandardCharsets.UTF_8);
    }
}
