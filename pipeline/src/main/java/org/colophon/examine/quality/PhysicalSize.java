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
    /** Two lengths and a unit, as catalogues write them: {@code 21 x 29.7 cm}, {@code 210 mm × 297 mm}, {@code 8.5 x 11 in}. */
    private static final Pattern SIZE = Pattern.compile(
            "(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*(mm|cm|in|inch|inches|\")?\\s*[x×*]\\s*(\\d{1,5}(?:[.,]\\d{1,3})?)\\s*(mm|cm|in|inch|inches|\")",
            Pattern.CASE_INSENSITIVE);

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
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.find()) {
            return null;
        }
        String unit = matcher.group(4);
        double one = inches(matcher.group(1), matcher.group(2) == null ? unit : matcher.group(2));
        double other = inches(matcher.group(3), unit);
        return one <= 0 || other <= 0 ? null : new PhysicalSize(Math.min(one, other), Math.max(one, other));
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
