package org.colophon.worker.ocr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.worker.protocol.Task.RefusedException;

/** The formats of pages, told by a file's first bytes, never by its name. */
enum Format {
    /** TIFF and BigTIFF, either byte order. */
    TIFF("com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReader"),
    JPEG("com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReader"),
    PNG("com.sun.imageio.plugins.png.PNGImageReader");

    private final String javaReader;

    Format(String javaReader) {
        this.javaReader = javaReader;
    }

    /** Class name of the only Java reader that may see such a file. */
    String javaReader() {
        return javaReader;
    }

    /**
     * The format of a file.
     *
     * @throws RefusedException when it is none of these
     * @throws IOException when the file cannot be read
     */
    static Format of(Path file) throws IOException, RefusedException {
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(head, 0, head.length);
        }
        int magic = ByteBuffer.wrap(head).getInt();
        return switch (magic) {
            case 0x49492A00, 0x4D4D002A, 0x49492B00, 0x4D4D002B -> TIFF;
            case 0x89504E47 -> PNG;
            default -> {
                if (magic >>> 8 != 0xFFD8FF) {
                    throw new RefusedException(
                            "The file is no TIFF, JPEG or PNG image: text recognition reads only these.");
                }
                yield JPEG;
            }
        };
    }
}
