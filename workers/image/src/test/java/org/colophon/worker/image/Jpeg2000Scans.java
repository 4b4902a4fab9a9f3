package org.colophon.worker.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.colophon.worker.image.outside.OpenJpeg;

/** JPEG 2000 scans for the tests, made by OpenJPEG's programs. */
final class Jpeg2000Scans {
    private Jpeg2000Scans() {}

    /** Skips the test, saying so, where the programs are not installed. */
    static void assumeInstalled() {
        assumeTrue(installed(), "opj_compress and opj_decompress are not installed (Debian: libopenjp2-tools)");
    }

    static boolean installed() {
        String path = System.getenv("PATH");
        return OpenJpeg.installed(path) != null
                && Arrays.stream(path.split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "opj_compress")));
    }

    /** A JP2 that loses nothing, unless the options of opj_compress say otherwise. */
    static byte[] jp2(BufferedImage image, String... options) {
        return made(image, "page.jp2", options);
    }

    /** Its image data alone. */
    static byte[] codestream(BufferedImage image, String... options) {
        return made(image, "page.j2k", options);
    }

    /** A grey page whose structure is whole, and whose one tile holds nothing. */
    static byte[] hollow() {
        ByteBuffer all = ByteBuffer.allocate(2 + 43 + 12 + 2 + 2);
        all.putShort((short) 0xff4f)
                .putShort((short) 0xff51)
                .putShort((short) 41)
                .putShort((short) 0);
        all.putInt(64).putInt(64).putLong(0).putInt(64).putInt(64).putLong(0);
        all.putShort((short) 1).put(new byte[] {7, 1, 1});
        all.putShort((short) 0xff90)
                .putShort((short) 10)
                .putShort((short) 0)
                .putInt(14)
                .putShort((short) 1);
        all.putShort((short) 0xff93).putShort((short) 0xffd9);
        return all.array();
    }

    private static byte[] made(BufferedImage image, String name, String... options) {
        try {
            Path folder = Files.createTempDirectory("jp2");
            Path source = folder.resolve(image.getRaster().getNumBands() == 1 ? "page.pgm" : "page.ppm");
            Path made = folder.resolve(name);
            Files.write(source, portable(image));
            List<String> command =
                    new ArrayList<>(List.of("opj_compress", "-i", source.toString(), "-o", made.toString()));
            command.addAll(List.of(options));
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("words").toFile())
                    .start();
            if (process.waitFor() != 0) {
                throw new AssertionError(Files.readString(folder.resolve("words")));
            }
            return Files.readAllBytes(made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Netpbm, which knows grey and colours of 8 or 16 bits. */
    private static byte[] portable(BufferedImage image) {
        int bands = image.getRaster().getNumBands();
        boolean deep = image.getSampleModel().getSampleSize(0) == 16;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String head = (bands == 1 ? "P5\n" : "P6\n") + image.getWidth() + " " + image.getHeight()
                + (deep ? " 65535\n" : " 255\n");
        bytes.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                for (int band = 0; band < Math.min(3, bands); band++) {
                    int sample = image.getRaster().getSample(x, y, band);
                    if (deep) {
                        bytes.write(sample >> 8);
                    }
                    bytes.write(sample);
                }
            }
        }
        return bytes.toByteArray();
    }

    /** A box. */
    static byte[] box(String type, byte[]... contents) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length =
                8 + Arrays.stream(contents).mapToInt(content -> content.length).sum();
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        bytes.writeBytes(type.getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(contents).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    /** A JP2 whose header holds these boxes too, before its own colour box. */
    static byte[] withHeader(byte[] jp2, byte[]... boxes) {
        int header = 12 + 20;
        int own = header + 8 + 22;
        ByteArrayOutputStream more = new ByteArrayOutputStream();
        Arrays.stream(boxes).forEach(more::writeBytes);
        ByteBuffer all = ByteBuffer.allocate(jp2.length + more.size());
        all.put(jp2, 0, own).put(more.toByteArray()).put(jp2, own, jp2.length - own);
        all.putInt(header, all.getInt(header) + more.size());
        return all.array();
    }

    /** A resolution box for so many pixels a metre (ISO/IEC 15444-1 §I.5.3.7). */
    static byte[] resolution(int metre) {
        ByteBuffer values = ByteBuffer.allocate(10);
        values.putShort((short) metre)
                .putShort((short) 1)
                .putShort((short) metre)
                .putShort((short) 1);
        return box("res ", box("resc", values.array()));
    }
}
