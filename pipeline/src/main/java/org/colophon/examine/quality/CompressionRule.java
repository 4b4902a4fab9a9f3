package org.colophon.examine.quality;

import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;

/**
 * How image data may be compressed.
 *
 * @param allowed terms of MIX 2.0, as {@link org.colophon.worker.protocol.ImageFacts#compression()} has them
 */
record CompressionRule(List<String> allowed, Level level) implements Rule {
    /** What the facts of a page can say. */
    static final List<String> KNOWN = List.of(
            "Uncompressed",
            "CCITT 1D",
            "CCITT Group 3",
            "CCITT Group 4",
            "LZW",
            "Deflate",
            "PackBits",
            "JPEG",
            "lossless JPEG",
            "old-style JPEG",
            "JPEG 2000 Lossless",
            "JPEG 2000 Lossy",
            "RLE",
            "WebP",
            "WebP Lossless");

    CompressionRule {
        allowed = List.copyOf(allowed);
    }

    @Override
    public String key() {
        return "compression";
    }

    @Override
    public Optional<Broken> broken(Subject page, String profile) {
        if (page.facts() == null || allowed.stream().anyMatch(page.facts().compression()::equalsIgnoreCase)) {
            return Optional.empty();
        }
        return broken("compressed as " + page.facts().compression() + ", the profile " + profile + " asks for "
                + Words.or(allowed) + "; deliver the scanner's own file, saved that way, not a converted one");
    }
}
