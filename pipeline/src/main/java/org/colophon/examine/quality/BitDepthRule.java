package org.colophon.examine.quality;

import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/**
 * Bits of each sample.
 *
 * @param allowed e.g. 8 and 16
 */
record BitDepthRule(List<Integer> allowed, Level level) implements Rule {
    BitDepthRule {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String key() {
        return "bit-depth";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null) {
            return Optional.empty();
        }
        return page.facts().bitsPerSample().stream()
                .filter(bits -> !allowed.contains(bits))
                .findFirst()
                .flatMap(bits -> broken(bits + (bits == 1 ? " bit" : " bits") + " a sample, the profile " + profile
                        + " asks for " + Words.or(allowed) + "; rescan with that depth"));
    }
}
