package org.colophon.intake;

import java.util.Comparator;

/**
 * The order in which a person would lay out the pages: runs of digits by their number, so that {@code x_2.tif} comes
 * before {@code x_10.tif}; letters without regard to case; stems before extensions, so that {@code 1.tif} comes before
 * {@code 1 verso.tif}. Names that are equal by all this stand in the order of their characters.
 */
final class NaturalOrder implements Comparator<String> {
    @Override
    public int compare(String one, String other) {
        int stems = natural(FileNames.stem(one), FileNames.stem(other));
        if (stems != 0) {
            return stems;
        }
        int names = natural(one, other);
        return names != 0 ? names : one.compareTo(other);
    }

    private static int natural(String one, String other) {
        int i = 0;
        int j = 0;
        while (i < one.length() && j < other.length()) {
            if (digit(one.charAt(i)) && digit(other.charAt(j))) {
                int iEnd = digits(one, i);
                int jEnd = digits(other, j);
                int numbers = number(one.substring(i, iEnd), other.substring(j, jEnd));
                if (numbers != 0) {
                    return numbers;
                }
                i = iEnd;
                j = jEnd;
            } else {
                int letters = Character.compare(fold(one.charAt(i)), fold(other.charAt(j)));
                if (letters != 0) {
                    return letters;
                }
                i++;
                j++;
            }
        }
        return Integer.compare(one.length() - i, other.length() - j);
    }

    /** By value, of any length. */
    private static int number(String one, String other) {
        String a = one.replaceFirst("^0+(?=.)", "");
        String b = other.replaceFirst("^0+(?=.)", "");
        return a.length() != b.length() ? Integer.compare(a.length(), b.length()) : a.compareTo(b);
    }

    private static int digits(String name, int from) {
        int end = from;
        while (end < name.length() && digit(name.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    private static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }
}
