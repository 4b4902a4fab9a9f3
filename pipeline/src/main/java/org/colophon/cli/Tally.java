package org.colophon.cli;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.colophon.app.Service;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.port.History.Progress;

/**
 * How far the objects of one command are.
 *
 * @param pages pages of deposited objects
 * @param done steps of pages done, of {@code work}
 * @param open objects that are not settled
 * @param unavailable what stands in the way, or null
 */
record Tally(
        int deposited,
        int rejected,
        int duplicate,
        int setAside,
        int pages,
        int done,
        int work,
        int open,
        String unavailable) {

    static Tally of(Service service, List<ItemId> items, int waiting) {
        int deposited = 0;
        int rejected = 0;
        int duplicate = 0;
        int setAside = 0;
        int pages = 0;
        int done = 0;
        int work = 0;
        int open = waiting;
        for (ItemId id : items) {
            Item item = service.history().item(id).orElse(null);
            if (item == null || item.state() == ItemState.WAITING) {
                continue;
            }
            Progress progress = service.history().progress(id);
            work += 2 * progress.pages();
            done += progress.examined() + progress.recognized();
            switch (item.state()) {
                case PUBLISHED, HELD, WITHDRAWN -> {
                    deposited++;
                    pages += item.pageCount();
                }
                case REJECTED -> rejected++;
                case DUPLICATE -> duplicate++;
                case SET_ASIDE -> setAside++;
                case WAITING, EXAMINING, RECOGNIZING, PRESERVING, DEPOSITED -> open++;
            }
        }
        return new Tally(deposited, rejected, duplicate, setAside, pages, done, work, open, null);
    }

    Tally stuck(String why) {
        return new Tally(deposited, rejected, duplicate, setAside, pages, done, work, open, why);
    }

    boolean settled() {
        return open == 0;
    }

    int code() {
        return rejected + setAside > 0 ? CommandLines.SOME_NOT_DEPOSITED : CommandLines.GOOD;
    }

    /** The line that programs rely on. */
    String line(Duration took) {
        return String.format(
                Locale.ROOT,
                "deposited %d, rejected %d, duplicate %d, set aside %d, pages %d, seconds %.1f",
                deposited,
                rejected,
                duplicate,
                setAside,
                pages,
                took.toMillis() / 1000.0);
    }
}
