package org.colophon.worker.ocr;

import java.util.List;
import java.util.Set;

/**
 * Prints up to about 1800 that set a long s (ſ) inside words. Models of today's languages take it for an f; those made for
 * Fraktur know it, in roman type too.
 */
final class LongS {
    /** Models that know it, the best for roman type first. */
    static final List<String> MODELS = List.of("script/Fraktur", "frk", "deu_latf");

    private static final Set<String> KNOWING =
            Set.of("script/Fraktur", "Fraktur", "frk", "deu_latf", "deu_frak", "dan_frak", "slk_frak");

    /** Fewer letters tell nothing. */
    private static final int FEWEST = 30;

    /**
     * The letter f is a fifth to a third as frequent as s in English, French, German, Italian, Latin and Spanish; read in
     * place of a long s it overtakes it.
     */
    private static final double MOST = 0.8;

    /** A reading that found fewer does not bear the suspicion out (letters). */
    private static final int CONFIRMED = 10;

    /** In print that has the long s, two of three s are long; a model that errs finds a few in any text. */
    private static final double LEAST_SHARE = 0.25;

    private LongS() {}

    /** Whether none of these models knows the letter. */
    static boolean unknownTo(List<String> models) {
        return models.stream().noneMatch(KNOWING::contains);
    }

    /** Whether there are too many f among the s of what was read. */
    static boolean suspectedIn(List<Read.Block> blocks) {
        long f = count(blocks, 'f');
        return f >= FEWEST && f >= MOST * count(blocks, 's');
    }

    /** Whether the letter was found, by a model that knows it. */
    static boolean foundIn(List<Read.Block> blocks) {
        long found = count(blocks, 'ſ');
        return found >= CONFIRMED && found >= LEAST_SHARE * (found + count(blocks, 's'));
    }

    private static long count(List<Read.Block> blocks, char letter) {
        return blocks.stream()
                .flatMap(block -> block.lines().stream())
                .flatMap(line -> line.words().stream())
                .flatMapToInt(word -> word.text().chars())
                .filter(c -> c == letter)
                .count();
    }
}
