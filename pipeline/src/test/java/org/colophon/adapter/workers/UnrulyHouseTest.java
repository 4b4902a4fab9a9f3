package org.colophon.adapter.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Verdict;
import org.colophon.port.History.PageStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a page whose workers crash, hang, leak or flood: three attempts, and its neighbors go on. */
class UnrulyHouseTest {
    private static final List<String> MISDEEDS =
            List.of("crash", "hang", "leak", "half", "other", "flood", "flood-errors-and-crash");
    private static final long LIMIT_MILLIS = 6_000;
    private static final long FLAT_BYTES = 100L << 20;

    @TempDir
    Path home;

    private UnrulyHouse house;

    @BeforeEach
    void open() throws Exception {
        house = new UnrulyHouse(home.toRealPath(), LIMIT_MILLIS);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private boolean allAre(ItemState state) {
        List<Item> items = house.history.items();
        return items.size() == MISDEEDS.size() + 1
                && items.stream().noneMatch(item -> item.state().equals(ItemState.WAITING))
                && items.stream()
                        .allMatch(item -> item.state() == state
                                || (item.source().path().name().equals("good")
                                        && item.state() == ItemState.PRESERVING));
    }

    @Test
    void aPageThatCannotBeExaminedIsTriedThreeTimesAndSetAsideAfterItsNeighbors() throws Exception {
        for (String misdeed : MISDEEDS) {
            house.drop(misdeed, "examine " + misdeed, "fine 2", "fine 3");
        }
        house.drop("good", "fine 1", "fine 2");
        long before = used();
        house.workUntil(() -> allAre(ItemState.SET_ASIDE));
        assertThat(used() - before)
                .as("100 MB on each of several pipes stay nowhere")
                .isLessThan(FLAT_BYTES);
        for (String misdeed : MISDEEDS) {
            Item item = house.item(misdeed);
            List<PageStatus> pages = house.history.pages(item.id());
            assertThat(pages)
                    .extracting(PageStatus::verdict)
                    .containsExactly(Verdict.SET_ASIDE, Verdict.ACCEPTED, Verdict.ACCEPTED);
            assertThat(item.reason())
                    .as(misdeed)
                    .contains("page 1, 1.tif: could not be examined: the unruly worker")
                    .contains("colophon retry " + item.id())
                    .hasSizeLessThan(3_000);
            assertThat(house.attempts("examine", item.id(), 1))
                    .as(misdeed)
                    .containsExactly("failed", "failed", "failed");
            assertThat(house.attempts("examine", item.id(), 2)).as(misdeed).containsExactly("done");
        }
        assertThat(house.item("good").state()).isEqualTo(ItemState.PRESERVING);
    }

    @Test
    void aPageThatCannotBeReadIsTriedThreeTimesAndGoesOnWithoutText() throws Exception {
        for (String misdeed : MISDEEDS) {
            house.drop(misdeed, "recognize " + misdeed, "fine 2");
        }
        house.drop("good", "fine 1", "fine 2");
        house.workUntil(() -> allAre(ItemState.PRESERVING));
        for (String misdeed : MISDEEDS) {
            Item item = house.item(misdeed);
            List<PageStatus> pages = house.history.pages(item.id());
            assertThat(pages.get(0).recognized().text()).as(misdeed).isNull();
            assertThat(pages.get(0).recognized().problem()).as(misdeed).contains("the unruly worker");
            assertThat(pages.get(1).recognized().text()).as(misdeed).isNotNull();
            assertThat(house.attempts("recognize", item.id(), 1))
                    .as(misdeed)
                    .containsExactly("failed", "failed", "failed");
            assertThat(house.attempts("recognize", item.id(), 2)).as(misdeed).containsExactly("done");
            assertThat(house.history.events(item.id()))
                    .as(misdeed)
                    .anyMatch(event -> event.outcome() == Event.Outcome.FAILURE
                            && event.detail().startsWith("text recognition: the unruly worker"));
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
