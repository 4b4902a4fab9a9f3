package org.colophon.worker.image.facts;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.colophon.worker.image.layout.Blob;

/** Simple properties out of an XMP packet (ISO 16684-1), which stand there as attributes or as elements. */
public final class Xmp {
    private static final int MOST = 1 << 20;
    private static final String TIFF = "{http://ns.adobe.com/tiff/1.0/}";
    private static final String BASIC = "{http://ns.adobe.com/xap/1.0/}";
    private static final String EXIF = "{http://ns.adobe.com/exif/1.0/}";

    private Xmp() {}

    /** Who made the image; nothing where there is no packet, or one that is not XML. */
    static Capturing of(Blob packet) {
        if (packet == null || packet.length() > MOST) {
            return Capturing.NONE;
        }
        Map<String, String> found = properties(packet);
        String taken = Dates.fromIso(found.get(EXIF + "DateTimeOriginal"));
        return new Capturing(
                found.get(TIFF + "Make"),
                found.get(TIFF + "Model"),
                found.getOrDefault(TIFF + "Software", found.get(BASIC + "CreatorTool")),
                taken == null ? Dates.fromIso(found.get(BASIC + "CreateDate")) : taken);
    }

    /** By {@code {namespace}name}, the first of each; as far as the packet is XML. */
    public static Map<String, String> properties(Blob packet) {
        Map<String, String> found = new HashMap<>();
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(trimmed(packet.bytes())));
            String element = "";
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    element = reader.getName().toString();
                    for (int i = 0; i < reader.getAttributeCount(); i++) {
                        found.putIfAbsent(reader.getAttributeName(i).toString(), reader.getAttributeValue(i));
                    }
                } else if (event == XMLStreamConstants.CHARACTERS && !reader.isWhiteSpace()) {
                    found.putIfAbsent(element, reader.getText());
                }
            }
        } catch (XMLStreamException e) {
            // What stood before the fault counts; a broken packet is no flaw of the image
            return found;
        }
        return found;
    }

    private static byte[] trimmed(byte[] packet) {
        int end = packet.length;
        while (end > 0 && packet[end - 1] <= ' ') {
            end--;
        }
        return Arrays.copyOf(packet, end);
    }
}
