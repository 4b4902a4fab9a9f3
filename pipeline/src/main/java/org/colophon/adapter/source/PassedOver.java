package org.colophon.adapter.source;

import java.util.Locale;
import java.util.Set;

/** Names that are passed over wherever they lie: leavings of file managers, and files under way. */
final class PassedOver {
    private static final Set<String> NAMES = Set.of(".ds_store", "thumbs.db", "desktop.ini", "@eadir", "__macosx");

    private PassedOver() {}

    /** Whether nothing under this name is ever looked at. */
    static boolean always(String name) {
        return NAMES.contains(name.toLowerCase(Locale.ROOT)) || name.startsWith("._") || name.startsWith("~$");
    }

    /** Whether a program is still writing this file under a name of its own: not taken, yet watched. */
    static boolean inMotion(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".part") || lower.endsWith(".tmp");
    }
}
