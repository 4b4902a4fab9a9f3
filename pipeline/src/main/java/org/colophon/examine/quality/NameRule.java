package org.colophon.examine.quality;

import java.util.Optional;
import java.util.regex.Pattern;
import org.colophon.worker.protocol.Finding.Level;

/**
 * Names of files.
 *
 * @param pattern the whole name must match it, its extension included
 * @param example a name as it should be, for people; null to show the pattern
 */
record NameRule(Pattern pattern, String example, Level level) implements Rule {
    /** A pattern that backtracks without end must not hang a step. */
    private static final int LONGEST = 255;

    @Override
    public String key() {
        return "names";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.name().length() <= LONGEST && pattern.matcher(page.name()).matches()) {
            return Optional.empty();
        }
        return broken("its name is not as the profile " + profile + " asks for, "
                + (example == null ? pattern.pattern() : "such as " + example) + "; rename the file");
    }
}
