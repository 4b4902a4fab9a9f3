package org.colophon.intake;

import java.time.Duration;
import org.colophon.item.Agent;
import org.colophon.port.Sources.Kind;

/**
 * How patient and how careful intake is.
 *
 * @param quietFolder how long a folder must have been unchanged to count as whole
 * @param quietFile the same for a loose file
 * @param giveUp how long to wait, unchanged, for an object whose pages do not seem whole
 * @param reserve bytes of free disk that an object must leave
 * @param mostOpenPages no admission while this many pages are under way
 * @param naan the naming authority of new items
 * @param version Colophon's own version, for the events
 */
public record IntakeConfig(
        Duration quietFolder,
        Duration quietFile,
        Duration giveUp,
        long reserve,
        int mostOpenPages,
        String naan,
        String version) {
    /** Looks that must agree, however short the quiet time is. */
    static final int LOOKS = 3;

    public IntakeConfig {
        if (quietFolder.isNegative() || quietFile.isNegative() || giveUp.isNegative()) {
            throw new IllegalArgumentException("inbox.quiet and inbox.give-up must not be negative");
        }
        if (reserve < 0 || mostOpenPages < 1) {
            throw new IllegalArgumentException("the disk reserve must not be negative, the open pages at least 1");
        }
    }

    /** The defaults of the house: 60 s, 10 s, 10 minutes, 2 GiB, 20,000 pages. */
    public static IntakeConfig defaults(String naan, String version) {
        return new IntakeConfig(
                Duration.ofSeconds(60),
                Duration.ofSeconds(10),
                Duration.ofMinutes(10),
                2L << 30,
                20_000,
                naan,
                version);
    }

    /** How long what lies there must have been unchanged. */
    Duration quiet(Kind kind) {
        return kind == Kind.FOLDER ? quietFolder : quietFile;
    }

    /** With another limit of patience. */
    public IntakeConfig withGiveUp(Duration other) {
        return new IntakeConfig(quietFolder, quietFile, other, reserve, mostOpenPages, naan, version);
    }

    Agent agent() {
        return Agent.colophon(version);
    }
}
