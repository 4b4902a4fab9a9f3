package org.colophon.wholeway;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.colophon.samples.SampleTruth;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Compares words' boxes in ALTO with those they were set in: a word counts when some box of the page overlaps its own by
 * at least 0.7 (intersection over union, upright boxes in the master's pixels).
 */
final class WordBoxes {
    private static final double SAME = 0.7;

    private final TreeMap<String, int[]> byPage = new TreeMap<>();

    private record Box(double left, double top, double right, double bottom) {
        double overlap(Box other) {
            double width = Math.min(right, other.right) - Math.max(left, other.left);
            double height = Math.min(bottom, other.bottom) - Math.max(top, other.top);
            double common = Math.max(0, width) * Math.max(0, height);
            return common / (area() + other.area() - common);
        }

        private double area() {
            return (right - left) * (bottom - top);
        }
    }

    void compare(SampleTruth.Page truth, Path alto) {
        if (truth.words().isEmpty()) {
            return;
        }
        List<Box> found = boxes(alto);
        int[] counts =
                byPage.computeIfAbsent(truth.object() + "/" + truth.file() + "." + truth.index(), k -> new int[2]);
        for (SampleTruth.Word word : truth.words()) {
            Box set = new Box(
                    word.quad().left(),
                    word.quad().top(),
                    word.quad().right(),
                    word.quad().bottom());
            counts[0]++;
            counts[1] += found.stream().anyMatch(box -> box.overlap(set) >= SAME) ? 1 : 0;
        }
    }

    int total() {
        return byPage.values().stream().mapToInt(counts -> counts[0]).sum();
    }

    double share() {
        return byPage.values().stream().mapToInt(counts -> counts[1]).sum() / (double) total();
    }

    String report() {
        StringBuilder report = new StringBuilder();
        byPage.forEach((page, counts) -> report.append(page)
                .append(": ")
                .append(counts[1])
                .append(" of ")
                .append(counts[0])
                .append('\n'));
        return report.toString();
    }

    private static List<Box> boxes(Path alto) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            NodeList strings = factory.newDocumentBuilder().parse(alto.toFile()).getElementsByTagName("String");
            List<Box> boxes = new ArrayList<>();
            for (int i = 0; i < strings.getLength(); i++) {
                Element string = (Element) strings.item(i);
                double left = number(string, "HPOS");
                double top = number(string, "VPOS");
                boxes.add(new Box(left, top, left + number(string, "WIDTH"), top + number(string, "HEIGHT")));
            }
            return boxes;
        } catch (Exception e) {
            throw new AssertionError("no ALTO: " + alto, e);
        }
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
