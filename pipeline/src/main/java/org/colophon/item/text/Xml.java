package org.colophon.item.text;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML 1.0 in UTF-8, one element a line. The same calls give the same bytes, whichever StAX libraries are on the
 * class path. Names, text and attributes may come from anywhere: characters that XML 1.0 §2.2 does not allow are left
 * out, all others are escaped.
 */
public final class Xml {
    // The JDK's own writer, named, so that another one on the class path cannot change the bytes of a package.
    private static final XMLOutputFactory STAX = XMLOutputFactory.newDefaultFactory();

    private final XMLStreamWriter xml;
    /** For each open element: whether it has element children. */
    private final Deque<Boolean> open = new ArrayDeque<>();

    private Xml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** What puts content into a document. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void write(Xml xml);
    }

    /** Writes a whole document; flushes the stream, does not close it. */
    public static void write(OutputStream to, Content content) {
        // Without the buffer in between, the JDK's writer would ask the encoder about each half of a surrogate pair.
        Writer out = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
        try {
            Xml xml = new Xml(STAX.createXMLStreamWriter(out));
            xml.xml.writeStartDocument("UTF-8", "1.0");
            content.write(xml);
            xml.xml.writeEndDocument();
            xml.xml.flush();
            out.write('\n');
            out.flush();
        } catch (XMLStreamException e) {
            throw new UncheckedIOException("XML cannot be written: " + e.getMessage(), new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException("XML cannot be written: " + e.getMessage(), e);
        }
    }

    /**
     * Opens an element.
     *
     * @param attributes names and values in turns; one whose value is null is left out
     */
    public Xml open(String name, Object... attributes) {
        return guarded(() -> {
            beginLine();
            xml.writeStartElement(name);
            attributes(attributes);
            open.push(false);
        });
    }

    /** Ends the element opened last. */
    public Xml end() {
        return guarded(() -> {
            if (open.pop()) {
                newLine();
            }
            xml.writeEndElement();
        });
    }

    /** An element with content of its own. */
    public Xml element(String name, Content content, Object... attributes) {
        open(name, attributes);
        content.write(this);
        return end();
    }

    /** An element without content. */
    public Xml empty(String name, Object... attributes) {
        return guarded(() -> {
            beginLine();
            xml.writeEmptyElement(name);
            attributes(attributes);
        });
    }

    /** An element with text; left out when the text is null or empty. */
    public Xml leaf(String name, Object text, Object... attributes) {
        String allowed = text == null ? "" : allowed(text.toString());
        if (allowed.isEmpty()) {
            return this;
        }
        return guarded(() -> {
            beginLine();
            xml.writeStartElement(name);
            attributes(attributes);
            characters(allowed);
            xml.writeEndElement();
        });
    }

    /** Text inside the element opened last. */
    public Xml text(String text) {
        return guarded(() -> characters(allowed(text)));
    }

    /** The text without the characters that XML 1.0 does not allow. */
    public static String allowed(String text) {
        if (text.codePoints().allMatch(Xml::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(Xml::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= 0x20 && c <= 0xD7FF)
                || (c >= 0xE000 && c <= 0xFFFD)
                || c >= 0x10000;
    }

    /** A raw carriage return would come back as a line feed (XML 1.0 §2.11). */
    private void characters(String text) throws XMLStreamException {
        int from = 0;
        for (int at = text.indexOf('\r'); at >= 0; at = text.indexOf('\r', from)) {
            xml.writeCharacters(text.substring(from, at));
            xml.writeEntityRef("#13");
            from = at + 1;
        }
        xml.writeCharacters(text.substring(from));
    }

    private void attributes(Object... attributes) throws XMLStreamException {
        for (int i = 0; i < attributes.length; i += 2) {
            if (attributes[i + 1] != null) {
                xml.writeAttribute((String) attributes[i], allowed(attributes[i + 1].toString()));
            }
        }
    }

    private void beginLine() throws XMLStreamException {
        if (!open.isEmpty() && !open.peek()) {
            open.pop();
            open.push(true);
        }
        newLine();
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n" + " ".repeat(open.size()));
    }

    private Xml guarded(Step step) {
        try {
            step.run();
            return this;
        } catch (XMLStreamException e) {
            throw new UncheckedIOException("XML cannot be written: " + e.getMessage(), new IOException(e));
        }
    }

    private interface Step {
        void run() throws XMLStreamException;
    }
}
