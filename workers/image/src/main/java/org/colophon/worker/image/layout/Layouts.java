package org.colophon.worker.image.layout;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;

/** Walks files. Bad content is a {@link Flaw}, never an exception. */
public final class Layouts {
    private Layouts() {}

    /**
     * Walks one file.
     *
     * @param sums whether the check sums of a PNG's chunks are computed too, which reads the whole file
     * @throws IOException when the file cannot be read at all
     */
    public static Layout of(Path file, boolean sums) throws IOException {
        try (FileBytes bytes = FileBytes.open(file)) {
            if (bytes.length() == 0) {
                return new OtherLayout(Format.UNKNOWN, Flaw.empty());
            }
            Format format = Format.of(bytes);
            try {
                return of(format, bytes, file, sums);
            } catch (EOFException e) {
                return new OtherLayout(format, Flaw.truncated("it ends before its structure does"));
            }
        }
    }

    private static Layout of(Format format, FileBytes bytes, Path file, boolean sums) throws IOException {
        return switch (format) {
            case TIFF -> TiffLayout.read(bytes);
            case JPEG -> JpegLayout.read(bytes);
            case PNG -> PngLayout.read(bytes, sums);
            case PDF -> PdfLayout.read(bytes, file);
            case JPEG_2000 -> Jpeg2000Layout.read(bytes);
            case GIF, BMP, WEBP -> SimpleLayout.read(format, bytes);
            case HEIF, JPEG_XL -> OtherLayout.ofBoxes(format, bytes);
            case DNG, CAMERA_RAW, PSD, UNKNOWN -> new OtherLayout(format, null);
        };
    }
}
