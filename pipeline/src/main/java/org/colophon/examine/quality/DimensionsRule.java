package org.colophon.examine.quality;

import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/**
 * Pixels of a page.
 *
 * @param shorterLeast fewest pixels of its shorter side; null without a limit
 * @param longerMost most pixels of its longer side; null without a limit
 */
record DimensionsRule(Integer shorterLeast, Integer longerMost, Level level) implements Rule {
    @Override
    public String key() {
        return "dimensions";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null) {
            return Optional.empty();
        }
        int shorter = Math.min(page.facts().width(), page.facts().height());
        int longer = Math.max(page.facts().width(), page.facts().height());
        String found =
                page.facts().width() + " × " + page.facts().height() + " pixels, the profile " + profile + " asks for ";
        if (shorterLeast != null && shorter < shorterLeast) {
            return broken(found + "at least " + shorterLeast + " on the shorter side; rescan at a higher resolution");
        }
        return longerMost != null && longer > longerMost
                ? broken(found + "at most " + longerMost
                        + " on the longer side; rescan at a lower resolution or in parts")
                : Optional.empty();
    }
}
