package org.colophon.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colophon.item.Access;
import org.colophon.item.DcElements;
import org.colophon.item.Description;
import org.colophon.port.Sources.Found;

/** Understands the rows of a {@code metadata.csv} that concern one object. */
final class CsvDelivery {
    private static final Set<String> WHOLE = Set.of("", ".", "./", "objects", "objects/");
    private static final Set<String> OWN = Set.of("filename", "label", "section", "access", "embargo-until");

    private final CsvTable table;
    private final Access fallback;
    private final FileIndex files;
    private final List<Description.Term> terms = new ArrayList<>();
    private final Map<Found, Delivery.PageSaid> pages = new LinkedHashMap<>();
    private final Map<Found, Integer> rowOf = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Fault> missing = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int wholeRow;
    private Access access;

    private CsvDelivery(CsvTable table, List<Found> files, Access fallback) {
        this.table = table;
        this.files = new FileIndex(files);
        this.fallback = fallback;
        this.faults.addAll(table.faults());
    }

    /** A file that came inside the object: every row concerns it. */
    static Delivery of(CsvTable table, List<Found> files, Access fallback) {
        CsvDelivery delivery = new CsvDelivery(table, files, fallback);
        table.rows().forEach(row -> delivery.row(row, row.filename()));
        return delivery.said();
    }

    /** A batch's file: its rows name the folder of an object, or a file in it. */
    static Delivery ofChild(CsvTable table, String child, List<Found> files, Access fallback) {
        CsvDelivery delivery = new CsvDelivery(table, files, fallback);
        for (CsvTable.Row row : table.rows()) {
            if (concerns(row.filename(), child)) {
                String inside = withoutObjects(row.filename()).substring(child.length());
                delivery.row(row, inside.startsWith("/") ? inside.substring(1) : inside);
            }
        }
        return delivery.said();
    }

    /** Whether a batch's row is about this child. */
    static boolean concerns(String filename, String child) {
        String bare = withoutObjects(filename);
        return FileIndex.same(bare, child) || FileIndex.same(bare, child + "/") || bare.startsWith(child + "/");
    }

    private static String withoutObjects(String filename) {
        String bare = filename.startsWith("./") ? filename.substring(2) : filename;
        return bare.startsWith("objects/") ? bare.substring("objects/".length()) : bare;
    }

    private Delivery said() {
        for (String column : table.columns()) {
            if (!OWN.contains(column)
                    && !column.isEmpty()
                    && DcElements.ofColumn(column).isEmpty()) {
                notes.add("the column " + Fault.quote(column) + " of " + table.name()
                        + " means nothing to Colophon; it is kept in the file");
            }
        }
        return new Delivery(table.name(), new Description(terms), access, pages, faults, missing, notes);
    }

    private void row(CsvTable.Row row, String filename) {
        if (WHOLE.contains(filename.strip())) {
            whole(row);
            return;
        }
        Found file = files.find(filename);
        if (file == null) {
            missing.add(new Fault(
                    table.name(),
                    row.number(),
                    "filename",
                    Fault.quote(filename)
                            + " names no file that lies here; a row for the whole object has objects/ there"));
        } else if (rowOf.putIfAbsent(file, row.number()) != null) {
            faults.add(new Fault(
                    table.name(),
                    row.number(),
                    "filename",
                    Fault.quote(filename) + " is described a second time; row " + rowOf.get(file) + " did so already"));
        } else {
            page(row, file);
        }
    }

    private void whole(CsvTable.Row row) {
        if (wholeRow > 0) {
            faults.add(new Fault(
                    table.name(),
                    row.number(),
                    "filename",
                    "this row describes the whole object, but row " + wholeRow + " did so already"));
            return;
        }
        wholeRow = row.number();
        for (CsvTable.Cell cell : row.cells()) {
            DcElements.ofColumn(cell.column())
                    .ifPresent(element -> terms.add(new Description.Term(element, cell.value())));
        }
        access(row);
    }

    private void access(CsvTable.Row row) {
        Access.Level level = fallback.level();
        LocalDate until = fallback.embargoUntil();
        String value = row.value("access").orElse(null);
        if (value != null) {
            try {
                level = Access.Level.of(value);
            } catch (IllegalArgumentException e) {
                faults.add(new Fault(
                        table.name(), row.number(), "access", Fault.quote(value) + " is none of open, login, closed"));
            }
        }
        String day = row.value("embargo-until").orElse(null);
        if (day != null) {
            try {
                until = LocalDate.parse(day);
            } catch (DateTimeParseException e) {
                faults.add(new Fault(
                        table.name(),
                        row.number(),
                        "embargo-until",
                        Fault.quote(day) + " is no day; write it as 2031-12-31"));
            }
        }
        if (value != null || day != null) {
            access = new Access(level, until);
        }
    }

    private void page(CsvTable.Row row, Found file) {
        for (String column : List.of("access", "embargo-until")) {
            row.value(column)
                    .ifPresent(
                            value -> faults.add(
                                    new Fault(
                                            table.name(),
                                            row.number(),
                                            column,
                                            "access can only be set for the whole object; move it to a row whose filename is objects/")));
        }
        pages.put(
                file,
                new Delivery.PageSaid(
                        row.value("label").orElse(null), row.value("section").orElse(null)));
    }
}
