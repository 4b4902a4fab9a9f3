package org.colophon.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Item;

/** When two drops are the same. */
final class Identity {
    private Identity() {}

    /**
     * SHA-512 over the ordered SHA-512 of the masters, each as 128 lower-case hexadecimal digits and a line feed: what
     * {@code sha512sum} gives of such a list.
     */
    static String of(List<CopyIn.Copied> masters) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (CopyIn.Copied master : masters) {
                digest.update((master.fixity().sha512() + "\n").getBytes(StandardCharsets.US_ASCII));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-512", e);
        }
    }

    /** How what is said of this drop differs from what the archived item has; null when it does not. */
    static String differences(Item archived, Delivery delivery, List<String> languages, Access access) {
        List<String> lines = new ArrayList<>();
        Description here = delivery.description();
        Set<String> elements = new LinkedHashSet<>();
        here.terms().forEach(term -> elements.add(term.element()));
        archived.description().terms().forEach(term -> elements.add(term.element()));
        for (String element : elements) {
            differ(lines, element, here.values(element), archived.description().values(element));
        }
        if (here.languages().isEmpty() && archived.description().languages().isEmpty()) {
            differ(lines, "language", languages, archived.languages());
        }
        if (!Objects.equals(access, archived.access())) {
            lines.add("access: here " + said(access) + ", in the archive " + said(archived.access()));
        }
        return lines.isEmpty() ? null : String.join("\n", lines);
    }

    private static void differ(List<String> lines, String element, List<String> here, List<String> there) {
        if (!here.equals(there)) {
            lines.add(element + ": here " + quoted(here) + ", in the archive " + quoted(there));
        }
    }

    private static String quoted(List<String> values) {
        return values.isEmpty()
                ? "nothing"
                : String.join(" and ", values.stream().map(Fault::quote).toList());
    }

    private static String said(Access access) {
        return access.level().spelling()
                + (access.embargoUntil() == null ? "" : " from " + access.embargoUntil() + " on");
    }
}
