package org.colophon.app;

import java.util.ArrayList;
import java.util.List;
import org.colophon.app.settings.ConfigException;
import org.colophon.app.settings.Settings;
import org.colophon.examine.quality.Profiles;
import org.colophon.item.Collection;

/** Reads the quality profiles: those that come with the program, and above them the home's own. */
public final class ProfilesOpening {
    private ProfilesOpening() {}

    /**
     * All profiles, each one read and found good, and those that collections name among them.
     *
     * @throws ConfigException with every problem, by file, line and key
     */
    public static Profiles open(Home home, Settings settings, Distribution distribution) {
        List<String> problems = new ArrayList<>();
        Profiles profiles = Profiles.read(List.of(distribution.profiles(), home.profiles()), problems);
        for (Collection collection : settings.collections()) {
            if (!profiles.names().contains(collection.quality())) {
                problems.add("collections." + collection.name() + ".quality: there is no profile \""
                        + collection.quality()
                        + "\"; there are "
                        + String.join(", ", profiles.names().stream().sorted().toList())
                        + ", and those you put into " + home.profiles());
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return profiles;
    }
}
