package org.colophon.adapter.queue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The first two numbers of an Artemis version. */
record BrokerVersion(int major, int minor) {
    /** Those before have published vulnerabilities that an open port lets in. */
    static final BrokerVersion OLDEST = new BrokerVersion(2, 57);

    private static final Pattern FORM = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(\\D.*)?");

    /** Reads {@code 2.57.0} and what builders append to it; empty when it does not begin so. */
    static Optional<BrokerVersion> of(String text) {
        Matcher form = FORM.matcher(text.strip());
        return form.matches()
                ? Optional.of(new BrokerVersion(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2))))
                : Optional.empty();
    }

    boolean isOlderThan(BrokerVersion other) {
        return major < other.major || (major == other.major && minor < other.minor);
    }

    @Override
    public String toString() {
        return major + "." + minor;
    }
}
