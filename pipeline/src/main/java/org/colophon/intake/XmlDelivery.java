package org.colophon.intake;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.colophon.item.DcElements;
import org.colophon.item.Description;

/** Understands a delivered XML file in Dublin Core or MODS 3. It is a stranger's: no DTD, no entities, no network. */
final class XmlDelivery {
    private static final String MODS = "http://www.loc.gov/mods/v3";
    private static final Set<String> DC = Set.of("http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/");
    private static final int DEEPEST = 64;
    private static final int MOST_TERMS = 5_000;

    /** Where in a MODS record the values of an element stand (MODS to Dublin Core mapping of the Library of Congress). */
    private static final Map<String, String> PLACES = Map.ofEntries(
            Map.entry("titleInfo/title", "title"),
            Map.entry("name/namePart", "creator"),
            Map.entry("originInfo/dateIssued", "date"),
            Map.entry("originInfo/dateCreated", "date"),
            Map.entry("originInfo/publisher", "publisher"),
            Map.entry("language/languageTerm", "language"),
            Map.entry("identifier", "identifier"),
            Map.entry("subject/topic", "subject"),
            Map.entry("subject/geographic", "coverage"),
            Map.entry("subject/temporal", "coverage"),
            Map.entry("subject/name/namePart", "subject"),
            Map.entry("classification", "subject"),
            Map.entry("abstract", "description"),
            Map.entry("note", "description"),
            Map.entry("tableOfContents", "description"),
            Map.entry("typeOfResource", "type"),
            Map.entry("genre", "type"),
            Map.entry("physicalDescription/extent", "format"),
            Map.entry("accessCondition", "rights"));

    private final Deque<String> path = new ArrayDeque<>();
    private final List<Description.Term> terms = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String element;
    private boolean ours;

    private XmlDelivery() {}

    /**
     * The description in it; empty when it is another sort of XML.
     *
     * @throws XMLStreamException when it is not well-formed, or brings a document type declaration
     */
    static Optional<Description> read(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(content));
        XmlDelivery delivery = new XmlDelivery();
        while (reader.hasNext()) {
            delivery.event(reader, reader.next());
        }
        return delivery.ours ? Optional.of(new Description(delivery.terms)) : Optional.empty();
    }

    private void event(XMLStreamReader reader, int type) throws XMLStreamException {
        switch (type) {
            case XMLStreamConstants.DTD ->
                throw new XMLStreamException(
                        "it brings a document type declaration, which Colophon does not read; delete the DOCTYPE line");
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(reader.getText());
            case XMLStreamConstants.END_ELEMENT -> end();
            default -> {
                // Comments and processing instructions say nothing of the object.
            }
        }
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        text.setLength(0);
        element = null;
        path.addLast(reader.getLocalName());
        if (path.size() > DEEPEST || terms.size() > MOST_TERMS) {
            throw new XMLStreamException("it is nested too deeply or says too much to be a description");
        }
        String space = String.valueOf(reader.getNamespaceURI());
        if (DC.contains(space) && DcElements.known(reader.getLocalName())) {
            element = reader.getLocalName();
            ours = true;
        } else if (space.equals(MODS)) {
            ours = true;
            element = PLACES.get(place());
        }
    }

    /** The path below {@code mods}; parts of related items have another path and so are left out. */
    private String place() {
        List<String> parts = new ArrayList<>(path);
        int from = parts.indexOf("mods") + 1;
        return String.join("/", parts.subList(from, parts.size()));
    }

    private void end() {
        String value = text.toString().strip().replaceAll("\\s+", " ");
        if (element != null && !value.isEmpty()) {
            terms.add(new Description.Term(element, value));
        }
        element = null;
        text.setLength(0);
        path.removeLast();
    }
}
