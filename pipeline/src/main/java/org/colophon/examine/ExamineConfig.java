package org.colophon.examine;

import java.util.List;
import org.colophon.examine.quality.Judge;
import org.colophon.examine.quality.Profiles;
import org.colophon.item.Collection;
import org.colophon.item.Item;

/**
 * What pages are held against.
 *
 * @param collections each names its profile
 */
public record ExamineConfig(Profiles profiles, List<Collection> collections) {
    public ExamineConfig {
        collections = List.copyOf(collections);
    }

    Judge judge(Item item) {
        return new Judge(profiles.of(item, collections));
    }
}
