package org.colophon.examine.quality;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.colophon.item.Description;

/**
 * The size of the sheet that was scanned.
 *
 * @param shorter inches
 * @param longer inches
 */
public record PhysicalSize(double shorter, double longer) {
    private static final String LENGTH = "(\\d{1,5}(?:[.,]\\d{1,3})?) ?(mm|cm|inches|inch|in|\")?";
    private static final String BY = " ?[x×*] ?";
    /**
     * Two lengths and a unit, as catalogues write them: {@code 21 x 29.7 cm}, {@code 210 mm × 297 mm}, {@code 8.5 x 11
     * in}; a third, of a book's thickness, does not count.
     */
    private static final Pattern SIZE =
            Pattern.compile(LENGTH + BY + LENGTH + "(?:" + BY + LENGTH + ")?", Pattern.CASE_INSENSITIVE);
    /** What is longer is no size. */
    private static final int LONGEST = 200;

    private static final double MILLIMETERS = 25.4;
    private static final double CENTIMETERS = 2.54;

    /** The first size that a description states, in {@code dcterms.extent} or {@code dc.format}. */
    public static Optional<PhysicalSize> of(Description description) {
        return Stream.of(description.values("extent"), description.values("format"))
                .flatMap(List::stream)
                .map(PhysicalSize::in)
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static PhysicalSize in(String text) {
        String plain = text.strip().replaceAll("\\s+", " ");
        Matcher matcher = SIZE.matcher(plain.length() <= LONGEST ? plain : "");
        while (matcher.find()) {
            // The unit mostly stands once, at the end.
            String last = first(matcher.group(6), matcher.group(4), matcher.group(2));
            if (last != null) {
                double one = inches(matcher.group(1), first(matcher.group(2), matcher.group(4), last));
                double other = inches(matcher.group(3), first(matcher.group(4), last));
                return one <= 0 || other <= 0 ? null : new PhysicalSize(Math.min(one, other), Math.max(one, other));
            }
        }
        return null;
    }

    private static String first(String... units) {
        return Stream.of(units).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private static double inches(String number, String unit) {
        double value = Double.parseDouble(number.replace(',', '.'));
        return switch (unit.toLowerCase(Locale.ROOT)) {
            case "mm" -> value / MILLIMETERS;
            case "cm" -> value / CENTIMETERS;
            default -> value;
        };
    }

    /**
     * Dots per inch that an image of this sheet really has; of the two directions the lower. A margin around the sheet
     * makes it look higher than it is.
     */
    double dpi(int width, int height) {
        return Math.min(Math.min(width, height) / shorter, Math.max(width, height) / longer);
    }
}
