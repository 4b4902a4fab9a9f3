package org.colophon.settle;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.colophon.item.SourcePath;

/** The bytes of a file's name: names are put together here without ever having been text. */
final class RawName {
    /** Most bytes of a name on the file systems in use. */
    private static final int MOST = 255;

    private final byte[] bytes;

    private RawName(byte[] bytes) {
        this.bytes = bytes;
    }

    static RawName of(Path path) {
        String uri = SourcePath.of(path).uri();
        String raw = uri.substring(uri.lastIndexOf('/') + 1);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) == '%') {
                bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.write(raw.charAt(i));
            }
        }
        return new RawName(bytes.toByteArray());
    }

    /** The name with something after it, shortened before it where the whole would be too long. */
    RawName with(String suffix) {
        byte[] end = suffix.getBytes(StandardCharsets.UTF_8);
        return new RawName(join(cut(bytes, MOST - end.length), end));
    }

    /**
     * {@code NAME}, {@code NAME (2)}, {@code NAME (3)} …
     *
     * @param file whether the number stands before the extension, so that the file still opens
     */
    RawName numbered(int n, boolean file) {
        if (n == 1) {
            return this;
        }
        int dot = file ? lastDot() : -1;
        if (dot <= 0 || bytes.length - dot > 16) {
            return with(" (" + n + ")");
        }
        byte[] extension = Arrays.copyOfRange(bytes, dot, bytes.length);
        byte[] number = (" (" + n + ")").getBytes(StandardCharsets.UTF_8);
        byte[] stem = cut(Arrays.copyOf(bytes, dot), MOST - number.length - extension.length);
        return new RawName(join(join(stem, number), extension));
    }

    private int lastDot() {
        for (int i = bytes.length - 1; i >= 0; i--) {
            if (bytes[i] == '.') {
                return i;
            }
        }
        return -1;
    }

    /** The path of this name in a folder. */
    Path in(Path folder) {
        StringBuilder uri = new StringBuilder(SourcePath.of(folder).uri());
        if (uri.charAt(uri.length() - 1) != '/') {
            uri.append('/');
        }
        for (byte each : bytes) {
            uri.append(String.format(Locale.ROOT, "%%%02X", each));
        }
        return Path.of(URI.create(uri.toString()));
    }

    /** Shortens, at the begin of a character where the name is UTF-8. */
    private static byte[] cut(byte[] name, int most) {
        int end = Math.min(name.length, most);
        while (end < name.length && end > 0 && (name[end] & 0xC0) == 0x80) {
            end--;
        }
        return Arrays.copyOf(name, end);
    }

    private static byte[] join(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }
}
