package org.colophon.item;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A path from outside as the ledger keeps it: its file URI, which holds every byte of a name even where the bytes are
 * no UTF-8, and gives the very same path back.
 */
public record SourcePath(String uri) {

    /** The path's URI, absolute, without looking whether it is a folder. */
    public static SourcePath of(Path path) {
        String uri = path.toAbsolutePath().normalize().toUri().toString();
        return new SourcePath(uri.endsWith("/") && uri.length() > 8 ? uri.substring(0, uri.length() - 1) : uri);
    }

    /** The path again, byte for byte. */
    public Path path() {
        return Path.of(URI.create(uri));
    }

    /** The whole path for people and JSON: decoded where it is UTF-8, undecodable bytes as %HH. */
    public String display() {
        return display(URI.create(uri).getRawPath());
    }

    /** The last name for people, decoded like {@link #display()}. */
    public String name() {
        String raw = URI.create(uri).getRawPath();
        return display(raw.substring(raw.lastIndexOf('/') + 1));
    }

    private static String display(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return decode(bytes.toByteArray());
    }

    private static String decode(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < bytes.length) {
            int length = sequence(bytes, at);
            if (length == 0) {
                text.append(String.format(Locale.ROOT, "%%%02X", bytes[at]));
                at++;
            } else {
                text.append(new String(bytes, at, length, StandardCharsets.UTF_8));
                at += length;
            }
        }
        return text.toString();
    }

    /** Length of the well-formed UTF-8 sequence that begins here; 0 when none does. */
    private static int sequence(byte[] bytes, int at) {
        int lead = bytes[at] & 0xff;
        int length = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > bytes.length) {
            return 0;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, at, length));
            return length;
        } catch (CharacterCodingException e) {
            return 0;
        }
    }
}
