package org.colophon.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A delivered {@code checksum.md5|sha1|sha256|sha512}: a line a file, as md5sum and its sisters write it (GNU coreutils,
 * "md5sum invocation"): hash, a space, a space or {@code *}, path.
 *
 * @param name its own path inside the object, for people
 * @param algorithm as Java names it
 * @param entries in their order
 * @param faults lines that cannot be understood
 */
record ChecksumFile(String name, String algorithm, List<Entry> entries, List<Fault> faults) {
    private static final Map<String, String> ALGORITHMS =
            Map.of("md5", "MD5", "sha1", "SHA-1", "sha256", "SHA-256", "sha512", "SHA-512");
    private static final Map<String, Integer> DIGITS = Map.of("MD5", 32, "SHA-1", 40, "SHA-256", 64, "SHA-512", 128);
    private static final Pattern NAME =
            Pattern.compile("(metadata/)?checksum\\.(md5|sha1|sha256|sha512)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LINE = Pattern.compile("(\\\\?)([0-9a-fA-F]+)[ \\t][ *\\t]?(.+)");
    private static final String BOM = "ï»¿";

    /**
     * One line.
     *
     * @param row from 1
     * @param hash lower case
     * @param path as it stands there, its bytes as Latin-1 characters
     */
    record Entry(int row, String hash, String path) {}

    /** The algorithm of a checksum file with this path inside an object; empty when it is none. */
    static Optional<String> algorithm(String name) {
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                ? Optional.of(ALGORITHMS.get(matcher.group(2).toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Reads it; what cannot be understood becomes a fault. Paths are bytes, so the file is read as Latin-1. */
    static ChecksumFile read(String name, byte[] content) {
        String algorithm = algorithm(name).orElseThrow();
        List<Entry> entries = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        String text = new String(content, StandardCharsets.ISO_8859_1);
        String[] lines = (text.startsWith(BOM) ? text.substring(BOM.length()) : text).split("\r?\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith("#") && !lines[i].startsWith(";")) {
                line(name, algorithm, i + 1, lines[i], entries, faults);
            }
        }
        if (entries.isEmpty() && faults.isEmpty()) {
            faults.add(Fault.of(name, "it lists nothing; write a line a file: hash, two spaces, path"));
        }
        return new ChecksumFile(name, algorithm, List.copyOf(entries), List.copyOf(faults));
    }

    /** Stands for one that is too large to be believed. */
    static ChecksumFile tooLarge(String name) {
        Fault fault = Fault.of(name, "it is larger than any list of files should be; is it one?");
        return new ChecksumFile(name, algorithm(name).orElseThrow(), List.of(), List.of(fault));
    }

    private static void line(
            String name, String algorithm, int row, String line, List<Entry> entries, List<Fault> faults) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            faults.add(new Fault(name, row, null, "a line is hash, two spaces, path; this one is " + shown(line)));
        } else if (matcher.group(2).length() != DIGITS.get(algorithm)) {
            faults.add(new Fault(
                    name,
                    row,
                    "1 (hash)",
                    "a hash by " + algorithm + " has " + DIGITS.get(algorithm) + " digits, this one has "
                            + matcher.group(2).length()));
        } else {
            String path = matcher.group(1).isEmpty() ? matcher.group(3) : unescape(matcher.group(3));
            entries.add(new Entry(row, matcher.group(2).toLowerCase(Locale.ROOT), path));
        }
    }

    /** A leading backslash says that newlines, returns and backslashes in the name are escaped. */
    private static String unescape(String path) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '\\' && i + 1 < path.length()) {
                i++;
                char escaped = path.charAt(i);
                name.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
            } else {
                name.append(c);
            }
        }
        return name.toString();
    }

    /** A path or line of the file for people. */
    static String shown(String latin1) {
        return Fault.quote(new String(latin1.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8));
    }
}
