package org.colophon.item.text;

import java.text.Normalizer;
import java.util.stream.Collectors;
import org.colophon.worker.protocol.PageText;

/** Writes a page text as plain text: a line each, an empty line between blocks, Unicode normalization form C. */
public final class PlainText {
    private PlainText() {}

    /** The text, every line ended by a line feed; empty when nothing was read. */
    public static String of(PageText text) {
        String blocks = text.blocks().stream()
                .map(PlainText::block)
                .filter(block -> !block.isEmpty())
                .collect(Collectors.joining("\n"));
        return Normalizer.normalize(blocks, Normalizer.Form.NFC);
    }

    private static String block(PageText.Block block) {
        return block.lines().stream()
                .filter(line -> !line.words().isEmpty())
                .map(line -> line.words().stream().map(PageText.Word::text).collect(Collectors.joining(" ", "", "\n")))
                .collect(Collectors.joining());
    }
}
