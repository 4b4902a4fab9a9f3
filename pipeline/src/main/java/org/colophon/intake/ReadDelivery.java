package org.colophon.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.colophon.item.Description;
import org.colophon.item.Note;
import org.colophon.item.SourcePath;
import org.colophon.item.UnavailableException;
import org.colophon.port.Workspace;

/** Reads what came with the scans, out of the copies in the workspace: so that what is read is what is kept. */
final class ReadDelivery {
    private static final long LARGEST_TABLE = 16 << 20;
    private static final long LARGEST_XML = 4 << 20;
    private static final Set<String> XML_NAMES = Set.of("mods.xml", "dc.xml", "metadata.xml");

    private final Workspace workspace;
    private final Candidate candidate;

    ReadDelivery(Workspace workspace, Candidate candidate) {
        this.workspace = workspace;
        this.candidate = candidate;
    }

    /** The delivered checksum files. */
    Checksums checksums() {
        List<ChecksumFile> lists = new ArrayList<>();
        for (CopyIn.Copied copy : candidate.copies()) {
            if (ChecksumFile.algorithm(copy.found().name()).isPresent() && own(copy)) {
                lists.add(
                        copy.fixity().size() > Completeness.LARGEST_LIST
                                ? ChecksumFile.tooLarge(copy.found().name())
                                : ChecksumFile.read(copy.found().name(), bytes(copy)));
            }
        }
        return new Checksums(lists, candidate.survey().files());
    }

    /** The description: of its own table, else of its own XML, else of the batch it lies in. */
    Delivery delivery() {
        Optional<CopyIn.Copied> table = named("metadata/metadata.csv").or(() -> named("metadata.csv"));
        if (table.isPresent()) {
            return large(table.get(), LARGEST_TABLE).orElseGet(() -> ofTable(table.get()));
        }
        Optional<Delivery> xml = ofXml();
        if (xml.isPresent()) {
            return xml.get();
        }
        return candidate.copies().stream()
                .filter(copy -> !own(copy))
                .findFirst()
                .map(copy -> large(copy, LARGEST_TABLE).orElseGet(() -> ofBatch(copy)))
                .orElse(Delivery.NONE);
    }

    private Delivery ofTable(CopyIn.Copied copy) {
        CsvTable table = CsvTable.read(copy.found().name(), bytes(copy));
        return CsvDelivery.of(
                table, candidate.survey().files(), candidate.collection().access());
    }

    private Delivery ofBatch(CopyIn.Copied copy) {
        CsvTable table = CsvTable.read("metadata.csv of the batch", bytes(copy));
        String child = SourcePath.of(candidate.survey().root()).name();
        return CsvDelivery.ofChild(
                table, child, candidate.survey().files(), candidate.collection().access());
    }

    private Optional<Delivery> ofXml() {
        List<CopyIn.Copied> files = candidate.copies().stream()
                .filter(copy -> own(copy) && isXml(copy.found().name()))
                .sorted(Comparator.comparing(copy -> copy.found().name(), new NaturalOrder()))
                .toList();
        Delivery first = null;
        List<String> notes = new ArrayList<>();
        for (CopyIn.Copied copy : files) {
            Delivery said = ofXml(copy, notes);
            if (said != null && first != null) {
                notes.add(Note.oneLine(copy.found().name()) + " describes the object as well; "
                        + Note.oneLine(first.file()) + " was taken, this one is only kept");
            } else if (said != null) {
                first = said;
            }
        }
        if (first == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Delivery(first.file(), first.description(), null, first.pages(), first.faults(), List.of(), notes));
    }

    private Delivery ofXml(CopyIn.Copied copy, List<String> notes) {
        String name = copy.found().name();
        boolean meant = XML_NAMES.contains(FileNames.last(name).toLowerCase(Locale.ROOT));
        if (copy.fixity().size() > LARGEST_XML) {
            return meant ? large(copy, LARGEST_XML).orElseThrow() : null;
        }
        try {
            Optional<Description> description = XmlDelivery.read(bytes(copy));
            return description.map(said -> said(name, said, List.of())).orElse(null);
        } catch (XMLStreamException e) {
            String why = "it cannot be read as XML: " + Note.oneLine(String.valueOf(e.getMessage()));
            if (!meant) {
                notes.add(Note.oneLine(name) + ": " + why);
                return null;
            }
            int row = e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNumber());
            return said(name, Description.NONE, List.of(new Fault(name, row, null, why)));
        }
    }

    private static Delivery said(String name, Description description, List<Fault> faults) {
        return new Delivery(name, description, null, Map.of(), faults, List.of(), List.of());
    }

    private static Optional<Delivery> large(CopyIn.Copied copy, long most) {
        String name = copy.found().name();
        return copy.fixity().size() <= most
                ? Optional.empty()
                : Optional.of(said(
                        name,
                        Description.NONE,
                        List.of(Fault.of(name, "it is larger than " + (most >> 20) + " MiB, too large to be one"))));
    }

    private static boolean isXml(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".xml") && (!lower.contains("/") || lower.matches("metadata/[^/]+"));
    }

    private boolean own(CopyIn.Copied copy) {
        return !copy.found().equals(candidate.batchMetadata());
    }

    private Optional<CopyIn.Copied> named(String name) {
        return candidate.copies().stream()
                .filter(copy -> own(copy) && copy.found().name().equalsIgnoreCase(name))
                .findFirst();
    }

    private byte[] bytes(CopyIn.Copied copy) {
        Path kept = workspace.fetch(candidate.id(), copy.fixity());
        try {
            return Files.readAllBytes(kept);
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk", "cannot read " + kept + " back from the workspace; look at the disk", e);
        }
    }
}
