package org.colophon.worker.image.raster;

import java.awt.color.ColorSpace;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.colophon.worker.image.OutputFile;

/**
 * A page at its full size as PNG, written while it is decoded: a few rows are in memory at a time. Grey or sRGB, 8 bits,
 * whatever the source; compressed fast, since it is read a few times and can be made again.
 */
final class PagePng implements Closeable {
    private static final int ROWS = 64;
    private static final int CHUNK = 256 * 1024;
    private static final long SIGNATURE = 0x89504e470d0a1a0aL;

    private final int width;
    private final int height;
    private final int samples;
    private final ColorSpace space;
    private final boolean alpha;
    private final byte[] waiting;
    private final DataOutputStream out;
    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final OutputStream deflated = new DeflaterOutputStream(data, deflater, CHUNK);
    private int rows;
    private boolean begun;

    /** @param samples a pixel of the rows to come, alpha included, in a colour space */
    PagePng(Path file, Target size, int samples, ColorSpace space, boolean alpha) throws IOException {
        this.width = size.sourceWidth();
        this.height = size.sourceHeight();
        this.samples = samples;
        this.space = space;
        this.alpha = alpha;
        this.waiting = new byte[Math.multiplyExact(width * ROWS, samples)];
        this.out = new DataOutputStream(new BufferedOutputStream(OutputFile.create(file)));
    }

    /** The next row from the top, as numbers 0 to 255. */
    void row(int[] values) throws IOException {
        int at = rows * width * samples;
        for (int i = 0; i < width * samples; i++) {
            waiting[at + i] = (byte) values[i];
        }
        if (++rows == ROWS) {
            flush();
        }
    }

    private void flush() throws IOException {
        int count = rows * width * samples;
        byte[] values = new byte[count];
        System.arraycopy(waiting, 0, values, 0, count);
        Pixels standard = StandardColour.of(new Pixels(width, rows, samples, values), space, alpha);
        if (!begun) {
            begin(standard.samples());
        }
        int line = width * standard.samples();
        byte[] filtered = new byte[line + 1];
        for (int y = 0; y < rows; y++) {
            left(standard, y * line, line, filtered);
            deflated.write(filtered);
        }
        rows = 0;
        if (data.size() >= CHUNK) {
            chunk("IDAT", data.toByteArray());
            data.reset();
        }
    }

    /** Filter 1: each byte less the one of the pixel to its left (PNG §9.2). */
    private static void left(Pixels pixels, int at, int line, byte[] into) {
        byte[] values = pixels.values();
        into[0] = 1;
        for (int i = 0; i < line; i++) {
            into[i + 1] =
                    (byte) (i < pixels.samples() ? values[at + i] : values[at + i] - values[at + i - pixels.samples()]);
        }
    }

    private void begin(int colours) throws IOException {
        begun = true;
        out.writeLong(SIGNATURE);
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        try (DataOutputStream fields = new DataOutputStream(header)) {
            fields.writeInt(width);
            fields.writeInt(height);
            fields.write(new byte[] {8, (byte) (colours == 1 ? 0 : 2), 0, 0, 0});
        }
        chunk("IHDR", header.toByteArray());
    }

    private void chunk(String type, byte[] content) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 sum = new CRC32();
        sum.update(name);
        sum.update(content);
        out.writeInt(content.length);
        out.write(name);
        out.write(content);
        out.writeInt((int) sum.getValue());
    }

    /** Writes the end of the image; without it the file is not whole. */
    void finish() throws IOException {
        if (rows > 0) {
            flush();
        }
        deflated.close();
        chunk("IDAT", data.toByteArray());
        chunk("IEND", new byte[0]);
    }

    @Override
    public void close() throws IOException {
        deflater.end();
        out.close();
    }
}
