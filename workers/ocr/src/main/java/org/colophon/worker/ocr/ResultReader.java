package org.colophon.worker.ocr;

import com.sun.jna.Pointer;
import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.sourceforge.tess4j.ITessAPI.TessBaseAPI;
import net.sourceforge.tess4j.ITessAPI.TessPageIterator;
import net.sourceforge.tess4j.ITessAPI.TessPageIteratorLevel;
import net.sourceforge.tess4j.ITessAPI.TessPolyBlockType;
import net.sourceforge.tess4j.ITessAPI.TessResultIterator;
import net.sourceforge.tess4j.TessAPI1;

/**
 * Takes blocks (the engine's paragraphs), lines and words out of a finished recognition, in the engine's reading order:
 * the text is the same, word for word, as the engine's own plain text.
 */
final class ResultReader {
    private final TessResultIterator results;
    private final TessPageIterator places;
    private final List<Read.Block> blocks = new ArrayList<>();
    private List<Read.Line> lines = new ArrayList<>();
    private List<Read.Word> words = new ArrayList<>();
    private Box block;
    private Box line;

    private ResultReader(TessResultIterator results) {
        this.results = results;
        this.places = TessAPI1.TessResultIteratorGetPageIterator(results);
    }

    /** All blocks with text; none when the page is blank. */
    static List<Read.Block> read(TessBaseAPI handle) {
        TessResultIterator results = TessAPI1.TessBaseAPIGetIterator(handle);
        if (results == null) {
            return List.of();
        }
        try {
            return new ResultReader(results).blocks();
        } finally {
            TessAPI1.TessResultIteratorDelete(results);
        }
    }

    private List<Read.Block> blocks() {
        do {
            if (begins(TessPageIteratorLevel.RIL_PARA)) {
                endBlock();
                block = place(TessPageIteratorLevel.RIL_PARA).orElse(null);
            }
            if (begins(TessPageIteratorLevel.RIL_TEXTLINE)) {
                endLine();
                line = place(TessPageIteratorLevel.RIL_TEXTLINE).orElse(null);
            }
            word();
        } while (TessAPI1.TessResultIteratorNext(results, TessPageIteratorLevel.RIL_WORD) != 0);
        endBlock();
        return blocks;
    }

    private void word() {
        String text = isPicture() ? "" : legible(text());
        Optional<Box> place = place(TessPageIteratorLevel.RIL_WORD);
        if (!text.isEmpty() && place.isPresent() && line != null && block != null) {
            float confidence = TessAPI1.TessResultIteratorConfidence(results, TessPageIteratorLevel.RIL_WORD);
            words.add(new Read.Word(text, place.get(), Math.max(0, Math.min(100, confidence))));
        }
    }

    private void endLine() {
        if (!words.isEmpty()) {
            lines.add(new Read.Line(line, words));
            words = new ArrayList<>();
        }
    }

    private void endBlock() {
        endLine();
        if (!lines.isEmpty()) {
            blocks.add(new Read.Block(block, lines));
            lines = new ArrayList<>();
        }
    }

    private boolean begins(int level) {
        return TessAPI1.TessPageIteratorIsAtBeginningOf(places, level) != 0;
    }

    /** What the layout takes for a picture or a rule may hold stray letters; the engine's own text omits them too. */
    private boolean isPicture() {
        return switch (TessAPI1.TessPageIteratorBlockType(places)) {
            case TessPolyBlockType.PT_FLOWING_IMAGE,
                    TessPolyBlockType.PT_HEADING_IMAGE,
                    TessPolyBlockType.PT_PULLOUT_IMAGE,
                    TessPolyBlockType.PT_HORZ_LINE,
                    TessPolyBlockType.PT_VERT_LINE -> true;
            default -> false;
        };
    }

    private Optional<Box> place(int level) {
        IntBuffer left = IntBuffer.allocate(1);
        IntBuffer top = IntBuffer.allocate(1);
        IntBuffer right = IntBuffer.allocate(1);
        IntBuffer bottom = IntBuffer.allocate(1);
        boolean there = TessAPI1.TessPageIteratorBoundingBox(places, level, left, top, right, bottom) != 0;
        return there ? Optional.of(new Box(left.get(0), top.get(0), right.get(0), bottom.get(0))) : Optional.empty();
    }

    private String text() {
        Pointer text = TessAPI1.TessResultIteratorGetUTF8Text(results, TessPageIteratorLevel.RIL_WORD);
        if (text == null) {
            return "";
        }
        try {
            return text.getString(0, "UTF-8");
        } finally {
            TessAPI1.TessDeleteText(text);
        }
    }

    /** Without white space and without what XML 1.0 §2.2 does not allow. */
    private static String legible(String text) {
        return text.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && !Character.isISOControl(c))
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .filter(c -> c != 0xFFFE && c != 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
