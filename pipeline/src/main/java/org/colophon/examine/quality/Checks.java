package org.colophon.examine.quality;

import static org.colophon.worker.protocol.Finding.Level.NOTE;
import static org.colophon.worker.protocol.Finding.Level.REJECT;
import static org.colophon.worker.protocol.Finding.Level.WARN;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colophon.worker.protocol.Finding.Level;

/** Findings whose weight a profile may set, and the weight they have where it does not. */
public final class Checks {
    /** A page without writing. */
    public static final String BLANK = "blank";
    /** A page that lies on its side or stands on its head. */
    public static final String TURNED = "turned";
    /** A page whose lines are not level. */
    public static final String SKEWED = "skewed";
    /** A page whose lines run off its edge. */
    public static final String CUT_OFF = "cut-off";
    /** A page that is blurred. */
    public static final String OUT_OF_FOCUS = "out-of-focus";
    /** A number that is left out between two names. */
    public static final String NUMBER_MISSING = "number-missing";
    /** A number that two names have. */
    public static final String NUMBER_TWICE = "number-twice";
    /** A page much larger or smaller than the others. */
    public static final String OTHER_SIZE = "other-size";
    /** A page that lies where the others stand, or the reverse. */
    public static final String OTHER_ORIENTATION = "other-orientation";
    /** A page scanned at another resolution than the others. */
    public static final String OTHER_RESOLUTION = "other-resolution";
    /** A page in other colors than the others. */
    public static final String OTHER_COLOR = "other-color";
    /** Two pages with the same bytes. */
    public static final String SAME_FILE = "same-file";
    /** Two pages that look the same. */
    public static final String SAME_PAGE = "same-page";

    static final Map<String, Optional<Level>> LEVELS = levels();

    private Checks() {}

    private static Map<String, Optional<Level>> levels() {
        Map<String, Optional<Level>> levels = new TreeMap<>();
        levels.put("wrong-extension", Optional.of(REJECT));
        for (String warned : new String[] {
            "jhove",
            "decode-warning",
            "trailing-bytes",
            "icc-profile-broken",
            "pdf-embedded-file",
            "not-looked-into",
            "several-frames",
            TURNED,
            SKEWED,
            CUT_OFF,
            OUT_OF_FOCUS,
            NUMBER_MISSING,
            NUMBER_TWICE,
            SAME_FILE,
            SAME_PAGE
        }) {
            levels.put(warned, Optional.of(WARN));
        }
        for (String noted : new String[] {
            "no-extension",
            "decode-remark",
            "no-resolution",
            "absurd-resolution",
            "pdf-a",
            BLANK,
            OTHER_SIZE,
            OTHER_ORIENTATION,
            OTHER_RESOLUTION,
            OTHER_COLOR
        }) {
            levels.put(noted, Optional.of(NOTE));
        }
        return Map.copyOf(levels);
    }
}
