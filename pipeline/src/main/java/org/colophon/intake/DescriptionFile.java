package org.colophon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;
import org.colophon.item.Access;
import org.colophon.item.ColophonException;
import org.colophon.item.Description;
import org.colophon.item.Note;

/**
 * A file with the description of one object, given by itself: the row of a {@code metadata.csv} that describes the whole
 * object, or a Dublin Core or MODS document. Rows that name pages are passed over.
 */
public final class DescriptionFile {
    private static final long LARGEST = 16 << 20;

    private DescriptionFile() {}

    /**
     * Reads it.
     *
     * @throws UnusableException naming file, row and column of each fault
     */
    public static Description read(Path file) {
        String name = String.valueOf(file.getFileName());
        byte[] content = content(file);
        Description description = name.toLowerCase(Locale.ROOT).endsWith(".xml")
                ? ofXml(name, content)
                : ofTable(CsvTable.read(name, content));
        if (description.terms().isEmpty()) {
            throw new UnusableException(
                    name + " says nothing of the object: give a row without a filename, with columns"
                            + " such as dc.title, or a Dublin Core or MODS document");
        }
        return description;
    }

    private static Description ofTable(CsvTable table) {
        Delivery delivery = CsvDelivery.of(table, List.of(), Access.OPEN);
        if (!delivery.faults().isEmpty()) {
            throw new UnusableException(
                    delivery.faults().stream().map(Fault::toString).collect(Collectors.joining("\n")));
        }
        if (delivery.access() != null) {
            throw new UnusableException(
                    table.name() + " has access or embargo-until in the row of the whole object. A new"
                            + " description does not change who may read; take these columns out, so that nobody believes it did");
        }
        return delivery.description();
    }

    private static Description ofXml(String name, byte[] content) {
        try {
            return XmlDelivery.read(content).orElse(Description.NONE);
        } catch (XMLStreamException e) {
            throw new UnusableException(
                    name + " cannot be read as XML: " + Note.oneLine(String.valueOf(e.getMessage())));
        }
    }

    private static byte[] content(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new UnusableException(file + " is larger than " + (LARGEST >> 20) + " MiB, too large to be one");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UnusableException(file + " cannot be read: " + e.getMessage());
        }
    }

    /** The file does not describe an object. */
    public static final class UnusableException extends ColophonException {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }
}
