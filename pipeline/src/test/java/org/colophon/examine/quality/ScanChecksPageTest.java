package org.colophon.examine.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The limits that pages are held against are those whose alarms and finds {@code docs/scan-checks.md} tells of. */
class ScanChecksPageTest {
    private static String says(String pattern, Object... limits) {
        return String.format(Locale.ROOT, pattern, limits);
    }

    @Test
    void whatWasMeasuredIsWhatIsUsed() throws IOException {
        assertThat(Files.readString(Path.of("docs", "scan-checks.md")))
                .contains(says("| ink < %.5f |", PageChecks.BLANK_INK))
                .contains(says("| skew ≥ %.1f° to either side |", PageChecks.MOST_SKEW))
                .contains(says("| sideways ≥ %s or upsideDown ≥ %s |", PageChecks.SIDEWAYS, PageChecks.UPSIDE_DOWN))
                .contains(says("| confidence ≥ %.1f |", PageChecks.LEAST_CONFIDENCE))
                .contains(says("| sharpness < %s |", PageChecks.LEAST_SHARPNESS))
                .contains(says("| cut ≥ %s at any edge |", PageChecks.MOST_CUT));
    }
}
