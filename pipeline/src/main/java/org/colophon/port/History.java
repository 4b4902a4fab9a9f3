package org.colophon.port;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Page;
import org.colophon.item.Step;
import org.colophon.item.StoredFile;
import org.colophon.item.Verdict;
import org.colophon.worker.protocol.Finding;

/** Questions to the ledger; nothing here writes. */
public interface History {

    /** Every item, newest first. */
    List<Item> items();

    /** Items in these states, newest first, at most so many from an offset. */
    List<Item> items(List<ItemState> states, int offset, int limit);

    /** One item. */
    Optional<Item> item(ItemId id);

    /** Its pages as they stand. */
    List<PageStatus> pages(ItemId id);

    /** Its refused pages, at most so many, each as {@link #page} has it. */
    List<PageStatus> refused(ItemId id, int most);

    /** One of its pages, which must exist; without what showed when all were compared. */
    PageStatus page(ItemId id, int n);

    /** Its events, oldest first. */
    List<Event> events(ItemId id);

    /** All that is known of an item for its package. */
    Dossier dossier(ItemId id);

    /** How far an item is. */
    Progress progress(ItemId id);

    /** What is to be done now, in numbers. */
    Backlog backlog();

    /** States that something is still to come of, by work or by a person. */
    List<ItemState> OPEN = List.of(
            ItemState.WAITING,
            ItemState.EXAMINING,
            ItemState.RECOGNIZING,
            ItemState.PRESERVING,
            ItemState.DEPOSITED,
            ItemState.HELD,
            ItemState.SET_ASIDE);

    /**
     * A page as it stands.
     *
     * @param recognized null before recognition
     * @param examined null before examination
     * @param compared what showed when the item's pages were seen together
     */
    record PageStatus(
            Page page,
            StoredFile file,
            Verdict verdict,
            StepResult.Examined examined,
            StepResult.Recognized recognized,
            List<Finding> compared) {
        public PageStatus {
            compared = List.copyOf(compared);
        }

        /** All that was found about the page, the gravest first. */
        public List<Finding> findings() {
            Stream<Finding> own = examined == null || examined.examination() == null
                    ? Stream.of()
                    : examined.examination().findings().stream();
            return Stream.concat(own, compared.stream())
                    .sorted(Comparator.comparing(Finding::level))
                    .toList();
        }
    }

    /**
     * All that is known of an item for its package.
     *
     * @param examined by page number
     * @param recognized by page number, the newest of each
     * @param round when and why the round under way began
     */
    record Dossier(
            Item item,
            List<StoredFile> files,
            List<Page> pages,
            Map<Integer, StepResult.Examined> examined,
            Map<Integer, StepResult.Recognized> recognized,
            List<Event> events,
            Round round) {}

    /**
     * A round of work: what makes one package version.
     *
     * @param number the version it makes
     * @param began when; the version's creation time
     * @param reason e.g. {@code ingest}, {@code recognized again in deu}
     */
    record Round(int number, Instant began, String reason) {}

    /** Pages examined, recognized, of how many. */
    record Progress(int examined, int recognized, int pages) {}

    /**
     * What is to be done. What there is none of has no entry.
     *
     * @param items in the states of {@link #OPEN}
     * @param ready tasks that could be done at once
     * @param leased tasks that somebody does
     * @param pausing tasks that are tried again later
     * @param abandoned attempts since ever whose process died
     */
    record Backlog(
            Map<ItemState, Integer> items,
            Map<Step, Integer> ready,
            Map<Step, Integer> leased,
            Map<Step, Integer> pausing,
            Map<Step, Integer> abandoned) {
        public Backlog {
            items = Map.copyOf(items);
            ready = Map.copyOf(ready);
            leased = Map.copyOf(leased);
            pausing = Map.copyOf(pausing);
            abandoned = Map.copyOf(abandoned);
        }
    }
}
