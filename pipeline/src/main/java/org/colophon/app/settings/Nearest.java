package org.colophon.app.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The word that was probably meant. */
final class Nearest {
    private static final int CLOSE = 3;

    private Nearest() {}

    static Optional<String> to(String word, List<String> words) {
        return words.stream()
                .filter(candidate -> distance(word, candidate) <= CLOSE)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
