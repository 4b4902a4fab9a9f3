package org.colophon.worker.image.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import org.colophon.worker.image.layout.Format;

/** A page in shades of grey, at its full size, and what scanners and people do to pages. */
final class Plate {
    private final int width;
    private final int height;
    private final byte[] values;

    Plate(int width, int height, byte[] values) {
        this.width = width;
        this.height = height;
        this.values = values;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** Not a copy. */
    byte[] values() {
        return values;
    }

    int at(int x, int y) {
        return values[y * width + x] & 0xff;
    }

    private static byte value(double value) {
        return (byte) Math.min(255, Math.max(0, Math.round(value)));
    }

    /** Whether it has no shades. */
    boolean bilevel() {
        for (byte value : values) {
            if (value != 0 && value != -1) {
                return false;
            }
        }
        return true;
    }

    /** Of a decoded image; colours are weighed as eyes do. */
    static Plate of(BufferedImage image) {
        Rows rows = Rows.of(image);
        int samples = rows.samples();
        int colours = samples - (rows.alpha() ? 1 : 0);
        int[] row = new int[image.getWidth() * samples];
        byte[] values = new byte[image.getWidth() * image.getHeight()];
        for (int y = 0, to = 0; y < image.getHeight(); y++) {
            rows.row(image, y, row);
            for (int at = 0; at < row.length; at += samples) {
                values[to++] =
                        (byte) (colours < 3 ? row[at] : (77 * row[at] + 150 * row[at + 1] + 29 * row[at + 2]) >> 8);
            }
        }
        return new Plate(image.getWidth(), image.getHeight(), values);
    }

    /** Turned by quarters, clockwise. */
    Plate turned(int quarters) {
        if (quarters == 0) {
            return this;
        }
        Plate once = new Plate(/* width= */ height, /* height= */ width, new byte[values.length]);
        for (int y = 0; y < width; y++) {
            for (int x = 0; x < height; x++) {
                once.values[y * height + x] = values[(height - 1 - x) * width + y];
            }
        }
        return once.turned(quarters - 1);
    }

    /**
     * Turned about its middle, scaled and shifted, on a sheet of the given size; what lies outside continues the edge.
     *
     * @param degrees clockwise
     * @param scale of the result
     * @param right pixels of the result
     * @param down pixels of the result
     */
    Plate placed(double degrees, double scale, double right, double down, int newWidth, int newHeight) {
        Plate source = scale < 0.8 ? smoothed(0.45 / scale) : this;
        double cos = Math.cos(Math.toRadians(degrees)) / scale;
        double sin = Math.sin(Math.toRadians(degrees)) / scale;
        byte[] to = new byte[newWidth * newHeight];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                double dx = x - right - newWidth / 2.0;
                double dy = y - down - newHeight / 2.0;
                to[y * newWidth + x] =
                        value(source.between(width / 2.0 + dx * cos + dy * sin, height / 2.0 - dx * sin + dy * cos));
            }
        }
        return new Plate(newWidth, newHeight, to);
    }

    private double between(double x, double y) {
        double left = Math.min(width - 1.001, Math.max(0, x));
        double top = Math.min(height - 1.001, Math.max(0, y));
        int column = (int) left;
        int row = (int) top;
        int right = Math.min(width - 1, column + 1);
        int below = Math.min(height - 1, row + 1);
        double across = left - column;
        double upper = at(column, row) * (1 - across) + at(right, row) * across;
        double lower = at(column, below) * (1 - across) + at(right, below) * across;
        return upper + (lower - upper) * (top - row);
    }

    /** Out of focus: three passes of a running mean, near enough to a bell curve. */
    Plate smoothed(double sigma) {
        double wanted = Math.sqrt(4 * sigma * sigma + 1);
        Plate result = this;
        for (int pass = 0; pass < 3; pass++) {
            int radius = (int) Math.round((wanted - 1) / 2 + (pass - 1) / 3.0);
            result = result.mean(Math.max(0, radius), true).mean(Math.max(0, radius), false);
        }
        return result;
    }

    private Plate mean(int radius, boolean across) {
        if (radius == 0) {
            return this;
        }
        int length = across ? width : height;
        int step = across ? 1 : width;
        int jump = across ? width : 1;
        byte[] to = new byte[values.length];
        for (int line = 0; line < (across ? height : width); line++) {
            int base = line * jump;
            int sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += values[base + Math.min(length - 1, Math.max(0, i)) * step] & 0xff;
            }
            for (int i = 0; i < length; i++) {
                to[base + i * step] = value((double) sum / (2 * radius + 1));
                sum += values[base + Math.min(length - 1, i + radius + 1) * step] & 0xff;
                sum -= values[base + Math.max(0, i - radius) * step] & 0xff;
            }
        }
        return new Plate(width, height, to);
    }

    Plate cropped(int left, int top, int right, int bottom) {
        byte[] to = new byte[(right - left) * (bottom - top)];
        for (int y = top; y < bottom; y++) {
            System.arraycopy(values, y * width + left, to, (y - top) * (right - left), right - left);
        }
        return new Plate(right - left, bottom - top, to);
    }

    /** Compressed as JPEG and back. */
    Plate compressed(float quality) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setDataElements(0, 0, width, height, values);
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        ImageReader reader = null;
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            reader = Readers.forFormat(Format.JPEG);
            reader.setInput(in);
            return of(reader.read(0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (reader != null) {
                reader.dispose();
            }
        }
    }
}
