package org.colophon.examine;

/** Names of pages' files. */
final class PageNames {
    private PageNames() {}

    /** Without the folders it was dropped in. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
