package org.colophon.examine.quality;

import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/**
 * In which formats pages may come.
 *
 * @param allowed names of {@link Formats}
 */
record FormatRule(List<String> allowed, Level level) implements Rule {
    FormatRule {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String key() {
        return "formats";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.identification() == null) {
            return Optional.empty();
        }
        String format = Formats.ofMime(page.identification().mime());
        return allowed.contains(format)
                ? Optional.empty()
                : broken(format + ", the profile " + profile + " asks for " + Words.or(allowed) + "; deliver it as "
                        + allowed.get(0));
    }
}
