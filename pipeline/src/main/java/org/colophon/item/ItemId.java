package org.colophon.item;

import java.util.regex.Pattern;

/**
 * The name of an item under its naming authority: a shoulder, betanumerics, and a NOID check character. It is the
 * METS OBJID, the export folder's name, and the {@code {id}} of URLs and of the command line.
 */
public record ItemId(String name) implements Comparable<ItemId> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]{4,32}");

    public ItemId {
        if (!fits(name)) {
            throw new IllegalArgumentException("\"" + name + "\" is not an item's name: it has 4 to 32 of a–z and 0–9");
        }
    }

    /** Whether this could be an item's name. */
    public static boolean fits(String name) {
        return FORM.matcher(name).matches();
    }

    /** The archival resource key under an authority, e.g. {@code ark:99999/c1b2c3d4e5f}; the OCFL object's id. */
    public String ark(String naan) {
        return "ark:" + naan + "/" + name;
    }

    @Override
    public int compareTo(ItemId other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
