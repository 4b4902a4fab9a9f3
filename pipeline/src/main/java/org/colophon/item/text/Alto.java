package org.colophon.item.text;

import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Quad;

/** Writes a page text as ALTO 4.4, in pixels of the master. */
public final class Alto {
    private static final String NAMESPACE = "http://www.loc.gov/standards/alto/ns-v4#";
    private static final String PROCESSING = "recognition";

    private Alto() {}

    /**
     * Which page is written.
     *
     * @param page number of the page from 1
     * @param fileName the master's name as dropped
     * @param file where the master lies in the package, or null
     * @param document identifier of the page, e.g. its ARK, or null
     * @param label page label from the metadata, or null
     * @param note what else is known of how the text came to be, or null
     */
    public record Source(int page, String fileName, String file, String document, String label, String note) {
        private String id(int... numbers) {
            StringBuilder id = new StringBuilder("p").append(page);
            String levels = "blw";
            for (int i = 0; i < numbers.length; i++) {
                id.append('_').append(levels.charAt(i)).append(numbers[i]);
            }
            return id.toString();
        }
    }

    /** Writes the document; does not close the stream. */
    public static void write(PageText text, Source source, OutputStream out) {
        Xml.write(
                out,
                xml -> xml.element(
                        "alto",
                        alto -> {
                            description(alto, text.engine(), source);
                            layout(alto, text, source);
                        },
                        "xmlns",
                        NAMESPACE,
                        "SCHEMAVERSION",
                        "4.4"));
    }

    private static void description(Xml xml, PageText.Engine engine, Source source) {
        xml.open("Description").leaf("MeasurementUnit", "pixel");
        xml.open("sourceImageInformation")
                .leaf("fileName", source.fileName())
                .leaf("fileIdentifier", source.file())
                .leaf("documentIdentifier", source.document())
                .end();
        xml.open("Processing", "ID", PROCESSING)
                .leaf("processingCategory", "contentGeneration")
                .leaf("processingStepDescription", "text recognition")
                .leaf("processingStepDescription", source.note())
                .leaf("processingStepSettings", settings(engine));
        xml.open("processingSoftware")
                .leaf("softwareName", engine.name())
                .leaf("softwareVersion", engine.version())
                .end();
        xml.end().end();
    }

    private static String settings(PageText.Engine engine) {
        String parameters =
                engine.parameters().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" "));
        return ("languages=" + String.join("+", engine.languages()) + " " + parameters).trim();
    }

    private static void layout(Xml xml, PageText text, Source source) {
        Integer confidence = text.confidence();
        xml.open("Layout")
                .open(
                        "Page",
                        "ID",
                        source.id(),
                        "PHYSICAL_IMG_NR",
                        source.page(),
                        "PRINTED_IMG_NR",
                        source.label(),
                        "WIDTH",
                        text.width(),
                        "HEIGHT",
                        text.height(),
                        "PC",
                        confidence == null ? null : fraction(confidence),
                        "PROCESSINGREFS",
                        PROCESSING)
                .open("PrintSpace", "HPOS", 0, "VPOS", 0, "WIDTH", text.width(), "HEIGHT", text.height());
        int block = 0;
        for (PageText.Block each : text.blocks()) {
            block(xml, each, source, ++block);
        }
        xml.end().end().end();
    }

    private static void block(Xml xml, PageText.Block block, Source source, int b) {
        List<PageText.Line> lines =
                block.lines().stream().filter(line -> !line.words().isEmpty()).toList();
        if (lines.isEmpty()) {
            // ALTO has no line without a string: an empty block would say that there is text where none was read.
            return;
        }
        box(xml, "TextBlock", source.id(b), block.quad());
        for (int l = 0; l < lines.size(); l++) {
            line(xml, lines.get(l), source, b, l + 1);
        }
        xml.end();
    }

    private static void line(Xml xml, PageText.Line line, Source source, int b, int l) {
        box(xml, "TextLine", source.id(b, l), line.quad());
        for (int w = 0; w < line.words().size(); w++) {
            if (w > 0) {
                xml.empty("SP");
            }
            PageText.Word word = line.words().get(w);
            box(
                    xml,
                    "String",
                    source.id(b, l, w + 1),
                    word.quad(),
                    "CONTENT",
                    word.text(),
                    "WC",
                    fraction(word.confidence()));
            xml.end();
        }
        xml.end();
    }

    private static void box(Xml xml, String name, String id, Quad quad, Object... more) {
        Object[] attributes = new Object[10 + more.length];
        Object[] own = {
            "ID",
            id,
            "HPOS",
            quad.left(),
            "VPOS",
            quad.top(),
            "WIDTH",
            quad.right() - quad.left(),
            "HEIGHT",
            quad.bottom() - quad.top()
        };
        System.arraycopy(own, 0, attributes, 0, own.length);
        System.arraycopy(more, 0, attributes, own.length, more.length);
        xml.open(name, attributes);
        if (!Quad.upright(quad.left(), quad.top(), quad.right(), quad.bottom()).equals(quad)) {
            xml.open("Shape").empty("Polygon", "POINTS", points(quad)).end();
        }
    }

    private static String points(Quad q) {
        return q.x1() + "," + q.y1() + " " + q.x2() + "," + q.y2() + " " + q.x3() + "," + q.y3() + " " + q.x4() + ","
                + q.y4();
    }

    /** Confidence 0 to 100 as ALTO's 0 to 1. */
    private static String fraction(double confidence) {
        return String.format(Locale.ROOT, "%.4f", Math.min(1, Math.max(0, confidence / 100)));
    }
}
