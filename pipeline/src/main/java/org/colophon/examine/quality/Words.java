package org.colophon.examine.quality;

import java.util.List;
import java.util.Locale;

/** Lists and numbers in sentences. */
final class Words {
    private Words() {}

    /** {@code TIFF, PNG or PDF}. */
    static String or(List<?> any) {
        List<String> texts = any.stream().map(String::valueOf).toList();
        int last = texts.size() - 1;
        return last < 1 ? String.join("", texts) : String.join(", ", texts.subList(0, last)) + " or " + texts.get(last);
    }

    /** Without needless decimals. */
    static String number(double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
