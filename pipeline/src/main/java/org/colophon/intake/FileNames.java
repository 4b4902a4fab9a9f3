package org.colophon.intake;

import java.util.Locale;
import java.util.Set;
import org.colophon.item.FileSeen;

/** What the name of a file says of it. Whether the name speaks the truth is for examination to find out. */
final class FileNames {
    /** Extensions that make a file a page; everything else is documentation. */
    static final Set<String> IMAGES = Set.of(
            "tif", "tiff", "jpg", "jpeg", "jpe", "jfif", "png", "pdf", "jp2", "jpx", "j2k", "j2c", "jpf", "jpm", "heic",
            "heif", "avif", "webp", "gif", "bmp", "dng", "djvu", "djv", "pbm", "pgm", "ppm", "pnm");

    private FileNames() {}

    /** Whether the file counts as a scan. */
    static boolean isImage(String name) {
        return IMAGES.contains(extension(name));
    }

    /** Lower-case extension of letters and digits, at most 8; else empty. */
    static String extension(String name) {
        String last = last(name);
        int dot = last.lastIndexOf('.');
        if (dot <= 0) {
            return "";
        }
        String extension = last.substring(dot + 1).toLowerCase(Locale.ROOT);
        return extension.matches("[a-z0-9]{1,8}") ? extension : "";
    }

    /** Without its extension, if it has one that is fit. */
    static String stem(String name) {
        String last = last(name);
        String extension = extension(last);
        return extension.isEmpty() ? last : last.substring(0, last.length() - extension.length() - 1);
    }

    /** The last part of a path. */
    static String last(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** The very bytes of the path, each as one Latin-1 character: comparable with what a checksum file says. */
    static String bytes(FileSeen seen) {
        String raw = seen.path();
        StringBuilder bytes = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.append((char) Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.append(c);
            }
        }
        return bytes.toString();
    }
}
