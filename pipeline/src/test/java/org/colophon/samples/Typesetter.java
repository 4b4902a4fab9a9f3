package org.colophon.samples;

import java.awt.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * Lays a text out on sheets. Paragraphs are parted by empty lines; one that begins with {@code "# "} is a heading, with
 * {@code "* "} an italic line in the middle, with {@code "> "} lines set to the right; {@code "| "} keeps its lines as
 * they are; {@code "----"} begins a new page. Words are never broken.
 */
final class Typesetter {
    private final Design design;
    private final List<Sheet> sheets = new ArrayList<>();
    private List<Sheet.Line> lines = new ArrayList<>();
    private double baseline;
    private boolean afterParagraph;

    private Typesetter(Design design) {
        this.design = design;
        this.baseline = design.top();
    }

    /** The sheets of a text, at least one. */
    static List<Sheet> pages(Design design, String text) {
        Typesetter setter = new Typesetter(design);
        for (String paragraph : text.strip().split("\n\\s*\n")) {
            setter.paragraph(paragraph.strip());
        }
        setter.turnPage();
        return List.copyOf(setter.sheets);
    }

    private void paragraph(String paragraph) {
        String text = paragraph.length() > 2 ? paragraph.substring(2) : "";
        if (paragraph.equals("----")) {
            turnPage();
        } else if (paragraph.startsWith("# ")) {
            centred(text, Typeface.BOLD, design.size() * 1.35);
            baseline += design.leading() * 0.6;
        } else if (paragraph.startsWith("* ")) {
            centred(text, Typeface.ITALIC, design.size() * 1.05);
            baseline += design.leading() * 0.6;
        } else if (paragraph.startsWith("> ") || paragraph.startsWith("| ")) {
            kept(paragraph);
        } else {
            running(paragraph.replace('\n', ' '));
        }
    }

    private void centred(String text, Typeface face, double size) {
        double x = left() + (design.measure() - face.width(text, size)) / 2;
        put(List.of(text.split(" ")), face, size, x, face.width(" ", size));
        afterParagraph = false;
    }

    private void kept(String paragraph) {
        for (String line : paragraph.split("\n")) {
            String text = line.substring(2);
            double slack = line.startsWith(">") ? design.measure() - width(text) : 0;
            put(List.of(text.split(" ")), design.face(), design.size(), left() + slack, width(" "));
        }
        baseline += design.leading() * 0.6;
        afterParagraph = false;
    }

    private void running(String text) {
        double indent = afterParagraph ? design.indent() : 0;
        List<String> line = new ArrayList<>();
        double used = indent;
        for (String word : text.split(" +")) {
            double needed = width(word) + (line.isEmpty() ? 0 : width(" "));
            if (used + needed > design.measure()) {
                double gaps = Math.max(1, line.size() - 1);
                double stretch = design.justified() ? (design.measure() - used) / gaps : 0;
                put(line, design.face(), design.size(), left() + indent, width(" ") + stretch);
                line.clear();
                indent = 0;
                used = 0;
                needed = width(word);
            }
            line.add(word);
            used += needed;
        }
        put(line, design.face(), design.size(), left() + indent, width(" "));
        baseline += design.indent() > 0 ? 0 : design.leading() * 0.6;
        afterParagraph = true;
    }

    private void put(List<String> words, Typeface face, double size, double x, double space) {
        if (baseline > design.height() - design.bottom()) {
            turnPage();
        }
        lines.add(line(words, face, size, x, baseline, space));
        baseline += design.leading();
    }

    /** A line of words from x on, with its baseline at y. */
    static Sheet.Line line(List<String> words, Typeface face, double size, double x, double y, double space) {
        List<Sheet.Word> set = new ArrayList<>();
        double pen = x;
        for (String word : words) {
            set.add(new Sheet.Word(word, face.ink(word, size, pen, y)));
            pen += face.width(word, size) + space;
        }
        return new Sheet.Line(set);
    }

    private void turnPage() {
        if (!lines.isEmpty()) {
            List<Shape> none = List.of();
            sheets.add(new Sheet(design.width(), design.height(), withHead(), none));
            lines = new ArrayList<>();
            baseline = design.top();
        }
    }

    /** A chapter's first page bears no running head, its number stands at the foot. */
    private List<Sheet.Line> withHead() {
        if (design.head().isEmpty()) {
            return lines;
        }
        double small = design.size() * 0.95;
        String number = String.valueOf(number());
        double right = left() + design.measure() - Typeface.SERIF.width(number, small);
        if (sheets.isEmpty()) {
            double middle = (design.width() - Typeface.SERIF.width(number, small)) / 2;
            lines.add(line(List.of(number), Typeface.SERIF, small, middle, design.height() - 22, 0));
            return lines;
        }
        List<String> words = new ArrayList<>(List.of(design.head().split(" ")));
        double headWidth = Typeface.ITALIC.width(design.head(), small);
        boolean leftHand = number() % 2 == 0;
        double y = design.top() - 24;
        double headX = leftHand ? left() + design.measure() - headWidth : left();
        Sheet.Line head = line(words, Typeface.ITALIC, small, headX, y, Typeface.ITALIC.width(" ", small));
        Sheet.Line folio = line(List.of(number), Typeface.SERIF, small, leftHand ? left() : right, y, 0);
        List<Sheet.Word> whole = new ArrayList<>(leftHand ? folio.words() : head.words());
        whole.addAll(leftHand ? head.words() : folio.words());
        lines.add(0, new Sheet.Line(whole));
        return lines;
    }

    private int number() {
        return design.firstNumber() + sheets.size();
    }

    private double left() {
        return design.left(number());
    }

    private double width(String text) {
        return design.face().width(text, design.size());
    }
}
