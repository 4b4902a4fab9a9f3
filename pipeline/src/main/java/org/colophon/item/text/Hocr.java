package org.colophon.item.text;

import java.io.OutputStream;
import java.util.Locale;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Quad;

/** Writes a page text as hOCR 1.2, in pixels of the master. */
public final class Hocr {
    private static final String CAPABILITIES = "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocrp_wconf ocrp_poly";

    private Hocr() {}

    /** Writes the document; does not close the stream. */
    public static void write(PageText text, Alto.Source source, OutputStream out) {
        Xml.write(out, xml -> {
            xml.open("html", "xmlns", "http://www.w3.org/1999/xhtml");
            head(xml, text.engine(), source);
            xml.open("body");
            page(xml, text, source);
            xml.end().end();
        });
    }

    private static void head(Xml xml, PageText.Engine engine, Alto.Source source) {
        xml.open("head")
                .leaf("title", source.fileName())
                .empty("meta", "name", "ocr-system", "content", engine.name() + " " + engine.version())
                .empty("meta", "name", "ocr-langs", "content", String.join(" ", engine.languages()))
                .empty("meta", "name", "ocr-capabilities", "content", CAPABILITIES)
                .empty("meta", "name", "ocr-number-of-pages", "content", 1)
                .end();
    }

    private static void page(Xml xml, PageText text, Alto.Source source) {
        String place = "image " + quoted(source.fileName()) + "; bbox 0 0 " + text.width() + " " + text.height()
                + "; ppageno " + (source.page() - 1);
        xml.open("div", "class", "ocr_page", "id", "page_" + source.page(), "title", place);
        int b = 0;
        for (PageText.Block block : text.blocks()) {
            b++;
            String id = source.page() + "_" + b;
            xml.open("div", "class", "ocr_carea", "id", "block_" + id, "title", box(block.quad()));
            xml.open("p", "class", "ocr_par", "id", "par_" + id, "title", box(block.quad()));
            int l = 0;
            for (PageText.Line line : block.lines()) {
                line(xml, line, id + "_" + ++l);
            }
            xml.end().end();
        }
        xml.end();
    }

    private static void line(Xml xml, PageText.Line line, String id) {
        xml.open("span", "class", "ocr_line", "id", "line_" + id, "title", box(line.quad()));
        int w = 0;
        for (PageText.Word word : line.words()) {
            String title =
                    box(word.quad()) + "; x_wconf " + String.format(Locale.ROOT, "%d", Math.round(word.confidence()));
            xml.leaf("span", word.text(), "class", "ocrx_word", "id", "word_" + id + "_" + ++w, "title", title);
        }
        xml.end();
    }

    private static String box(Quad q) {
        String box = "bbox " + q.left() + " " + q.top() + " " + q.right() + " " + q.bottom();
        if (Quad.upright(q.left(), q.top(), q.right(), q.bottom()).equals(q)) {
            return box;
        }
        return box + "; poly " + q.x1() + " " + q.y1() + " " + q.x2() + " " + q.y2() + " " + q.x3() + " " + q.y3() + " "
                + q.x4() + " " + q.y4();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
