package org.colophon.item.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.PageText.Block;
import org.colophon.worker.protocol.PageText.Line;
import org.colophon.worker.protocol.PageText.Word;
import org.colophon.worker.protocol.Quad;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class TextWritersTest {
    private static final Alto.Source SOURCE = new Alto.Source(
            3, "scan \"3\".tif", "representations/master/data/0003.tif", "ark:99999/c1x/p3", "iii", "a note");
    private static final Quad TURNED = new Quad(300, 110, 420, 90, 425, 130, 305, 150);
    private static final PageText TEXT = new PageText(
            2480,
            3508,
            1,
            List.of(
                    new Block(
                            Quad.upright(90, 80, 430, 200),
                            List.of(
                                    line(
                                            word("Cafe\u0301", Quad.upright(100, 100, 250, 140), 96.51),
                                            word("<&", TURNED, 42)),
                                    line(word("second", Quad.upright(100, 160, 250, 200), 100)))),
                    new Block(Quad.upright(0, 0, 5, 5), List.of(line())),
                    new Block(
                            Quad.upright(90, 300, 430, 400),
                            List.of(line(word("\uD83D\uDE00", Quad.upright(100, 300, 250, 340), 0))))),
            new PageText.Engine("Tesseract", "5.5.3", List.of("eng", "deu"), Map.of("psm", "3", "invert", "0")));

    @Test
    void everyWordComesBackFromAltoWithItsPlaceAndConfidence() throws Exception {
        Document alto = alto(TEXT);

        List<String> words = new ArrayList<>();
        for (Element string : elements(alto, "String")) {
            words.add(string.getAttribute("CONTENT") + " " + string.getAttribute("HPOS") + " "
                    + string.getAttribute("VPOS") + " " + string.getAttribute("WIDTH") + " "
                    + string.getAttribute("HEIGHT") + " " + string.getAttribute("WC"));
        }
        assertThat(words)
                .containsExactly(
                        "Cafe\u0301 100 100 150 40 0.9651",
                        "<& 300 90 125 60 0.4200",
                        "second 100 160 150 40 1.0000",
                        "\uD83D\uDE00 100 300 150 40 0.0000");
    }

    @Test
    void aTurnedWordKeepsItsCornersAndAnUprightOneNeedsNone() throws Exception {
        List<Element> polygons = elements(alto(TEXT), "Polygon");

        assertThat(polygons).hasSize(1);
        assertThat(polygons.get(0).getAttribute("POINTS")).isEqualTo("300,110 420,90 425,130 305,150");
    }

    @Test
    void altoNamesTheMasterThePageAndTheEngine() throws Exception {
        Document alto = alto(TEXT);

        assertThat(elements(alto, "fileName").get(0).getTextContent()).isEqualTo("scan \"3\".tif");
        assertThat(elements(alto, "Page").get(0).getAttribute("PRINTED_IMG_NR")).isEqualTo("iii");
        assertThat(elements(alto, "Page").get(0).getAttribute("PHYSICAL_IMG_NR"))
                .isEqualTo("3");
        assertThat(elements(alto, "processingStepSettings").get(0).getTextContent())
                .isEqualTo("languages=eng+deu invert=0 psm=3");
        assertThat(elements(alto, "softwareVersion").get(0).getTextContent()).isEqualTo("5.5.3");
        assertThat(elements(alto, "String").get(1).getAttribute("ID")).isEqualTo("p3_b1_l1_w2");
        assertThat(elements(alto, "TextBlock")).hasSize(2);
    }

    @Test
    void plainTextHasALineEachAndAnEmptyLineBetweenBlocks() {
        assertThat(PlainText.of(TEXT)).isEqualTo("Café <&\nsecond\n\n\uD83D\uDE00\n");
    }

    @Test
    void aBlankPageIsAnEmptyTextAndAPageWithoutBlocks() throws Exception {
        PageText blank = new PageText(10, 20, 1, List.of(), TEXT.engine());

        assertThat(PlainText.of(blank)).isEmpty();
        assertThat(elements(alto(blank), "PrintSpace")).hasSize(1);
        assertThat(elements(alto(blank), "TextBlock")).isEmpty();
    }

    @Test
    void hocrHasTheSameWordsInTheSamePlaces() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Hocr.write(TEXT, SOURCE, out);

        List<String> words = elements(parse(out), "span").stream()
                .filter(span -> span.getAttribute("class").equals("ocrx_word"))
                .map(span -> span.getTextContent() + " " + span.getAttribute("title"))
                .toList();
        assertThat(words)
                .containsExactly(
                        "Cafe\u0301 bbox 100 100 250 140; x_wconf 97",
                        "<& bbox 300 90 425 150; poly 300 110 420 90 425 130 305 150; x_wconf 42",
                        "second bbox 100 160 250 200; x_wconf 100",
                        "\uD83D\uDE00 bbox 100 300 250 340; x_wconf 0");
        assertThat(elements(parse(out), "div").get(0).getAttribute("title"))
                .isEqualTo("image \"scan \\\"3\\\".tif\"; bbox 0 0 2480 3508; ppageno 2");
    }

    @Test
    void charactersThatXmlDoesNotAllowAreLeftOut() {
        assertThat(Xml.allowed("a\u0000\u0008b\uFFFE\uD800c\uD83D\uDE00\t\r\n")).isEqualTo("abc\uD83D\uDE00\t\r\n");
    }

    private static Line line(Word... words) {
        return new Line(Quad.upright(90, 90, 430, 150), List.of(words));
    }

    private static Word word(String text, Quad quad, double confidence) {
        return new Word(text, quad, confidence);
    }

    private static Document alto(PageText text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Alto.write(text, SOURCE, out);
        return parse(out);
    }

    private static Document parse(ByteArrayOutputStream out) throws Exception {
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(out.toByteArray()));
    }

    private static List<Element> elements(Document document, String name) {
        NodeList nodes = document.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
