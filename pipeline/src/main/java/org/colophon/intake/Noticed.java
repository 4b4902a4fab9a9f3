package org.colophon.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Note;
import org.colophon.port.History;
import org.colophon.port.History.PageStatus;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;

/**
 * What examination found about objects that are under way, for the technician who looks into the inbox: refused pages as
 * soon as there are any, all that should be looked at once every page is examined. The ledger is asked once for that.
 */
final class Noticed {
    private static final int MOST = 20;

    private final History history;
    private final Map<ItemId, List<String>> known = new HashMap<>();

    Noticed(History history) {
        this.history = history;
    }

    /** A line a finding, at most twenty of them. */
    List<String> of(Item item) {
        return switch (item.state()) {
            case EXAMINING -> refused(item.id());
            case RECOGNIZING, PRESERVING ->
                known.computeIfAbsent(item.id(), id -> lines(history.pages(id), Level.WARN));
            default -> List.of();
        };
    }

    /** Forgets what is not under way any more. */
    void keepOnly(List<Item> underWay) {
        Set<ItemId> ids = new HashSet<>();
        underWay.stream()
                .filter(item -> item.state() == ItemState.RECOGNIZING || item.state() == ItemState.PRESERVING)
                .forEach(item -> ids.add(item.id()));
        known.keySet().retainAll(ids);
    }

    private List<String> refused(ItemId id) {
        List<PageStatus> pages = history.refused(id, MOST + 1);
        if (pages.size() <= MOST) {
            return lines(pages, Level.REJECT);
        }
        List<String> lines = new ArrayList<>(lines(pages.subList(0, MOST), Level.REJECT));
        lines.add("and more pages, which WHY.txt will name");
        return lines;
    }

    private static List<String> lines(List<PageStatus> pages, Level least) {
        List<String> lines = new ArrayList<>();
        int more = 0;
        for (PageStatus page : pages) {
            for (Finding finding : page.findings()) {
                if (finding.level().compareTo(least) > 0) {
                    continue;
                }
                if (lines.size() < MOST) {
                    lines.add("page " + page.page().n() + ", "
                            + Note.oneLine(page.page().name()) + ": " + Note.oneLine(finding.text()));
                } else {
                    more++;
                }
            }
        }
        if (more > 0) {
            lines.add("and " + more + " more, which the note beside the scans will name");
        }
        return List.copyOf(lines);
    }
}
