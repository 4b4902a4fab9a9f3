package org.colophon.worker.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.image.raster.Readers;

/** Looks at images that the worker wrote. */
final class Rasters {
    private Rasters() {}

    static BufferedImage read(Path file) throws IOException {
        return read(file, file.toString().endsWith("png") ? Format.PNG : Format.JPEG);
    }

    /** The first page, by the reader that the worker would take. */
    static BufferedImage read(Path file, Format format) throws IOException {
        ImageReader reader = Readers.forFormat(format);
        try (ImageInputStream in = new MemoryCacheImageInputStream(Files.newInputStream(file))) {
            reader.setInput(in);
            return reader.read(0);
        } finally {
            reader.dispose();
        }
    }

    /** Pixels that differ. */
    static int differences(BufferedImage one, BufferedImage other) {
        int differences = one.getWidth() == other.getWidth() && one.getHeight() == other.getHeight() ? 0 : 1;
        for (int y = 0; differences == 0 && y < one.getHeight(); y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                differences += one.getRGB(x, y) == other.getRGB(x, y) ? 0 : 1;
            }
        }
        return differences;
    }

    static int red(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) >> 16) & 0xff;
    }

    static int green(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) >> 8) & 0xff;
    }

    static int blue(BufferedImage image, int x, int y) {
        return image.getRGB(x, y) & 0xff;
    }
}
