package org.colophon.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A delivered {@code metadata.csv} (RFC 4180, UTF-8, with or without a byte order mark), before anybody asks what it
 * means.
 *
 * @param name its path, for people
 * @param columns headings, trimmed, lower case, in order
 * @param rows without the heading and without blank rows
 * @param faults why it cannot be read, or not wholly
 */
record CsvTable(String name, List<String> columns, List<Row> rows, List<Fault> faults) {
    private static final String FILENAME = "filename";

    /**
     * One row.
     *
     * @param number from 1, the heading counted, as a spreadsheet counts
     * @param cells those with a value, trimmed
     */
    record Row(int number, String filename, List<Cell> cells) {
        /** The first value of a column. */
        Optional<String> value(String column) {
            return cells.stream()
                    .filter(cell -> cell.column().equals(column))
                    .map(Cell::value)
                    .findFirst();
        }
    }

    /** One value. */
    record Cell(String column, String value) {}

    /** Reads it; trouble becomes faults. */
    static CsvTable read(String name, byte[] content) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int row = 1 + (int) text.chars().filter(c -> c == '\n').count();
            return failed(
                    name,
                    new Fault(
                            name,
                            row,
                            null,
                            "it is not UTF-8 here (byte " + (in.position() + 1)
                                    + " of the file); save it as \"CSV UTF-8\""));
        }
        return parse(name, text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    private static CsvTable failed(String name, Fault fault) {
        return new CsvTable(name, List.of(), List.of(), List.of(fault));
    }

    private static CsvTable parse(String name, String text) {
        List<CSVRecord> records = new ArrayList<>();
        CSVFormat format =
                CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            parser.forEach(records::add);
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            String why = e.getCause() == null ? e.getMessage() : e.getCause().getMessage();
            return failed(
                    name, new Fault(name, records.size() + 1, null, "its quotes do not close properly (" + why + ")"));
        }
        if (records.isEmpty() || blank(records.get(0))) {
            return failed(name, Fault.of(name, "it is empty; the first row must name the columns, filename first"));
        }
        List<String> columns = new ArrayList<>();
        records.get(0).forEach(heading -> columns.add(heading.strip().toLowerCase(Locale.ROOT)));
        if (!columns.contains(FILENAME)) {
            String hint = columns.get(0).contains(";") || columns.get(0).contains("\t")
                    ? "the columns must be separated by commas, not by semicolons or tabs"
                    : "no column is named filename; add it, with the path of the file each row describes";
            return failed(name, new Fault(name, 1, null, hint));
        }
        return rows(name, columns, records.subList(1, records.size()));
    }

    private static CsvTable rows(String name, List<String> columns, List<CSVRecord> records) {
        List<Row> rows = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < records.size(); i++) {
            CSVRecord record = records.get(i);
            int number = i + 2;
            if (record.size() > columns.size()) {
                faults.add(new Fault(
                        name,
                        number,
                        null,
                        "it has " + record.size() + " values, but there are only " + columns.size()
                                + " columns; put quotes around values that hold a comma"));
            } else if (!blank(record)) {
                rows.add(row(number, columns, record));
            }
        }
        return new CsvTable(name, List.copyOf(columns), List.copyOf(rows), List.copyOf(faults));
    }

    private static Row row(int number, List<String> columns, CSVRecord record) {
        String filename = "";
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < record.size(); i++) {
            String value = record.get(i).strip();
            if (columns.get(i).equals(FILENAME)) {
                filename = record.get(i);
            } else if (!value.isEmpty()) {
                cells.add(new Cell(columns.get(i), value));
            }
        }
        return new Row(number, filename, List.copyOf(cells));
    }

    private static boolean blank(CSVRecord record) {
        return record.stream().allMatch(String::isBlank);
    }
}
