package org.colophon.worker.image;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Small scans, made for the tests as bytes. */
final class Scans {
    private Scans() {}

    /** A white page with rows of dark bars, like lines of text; the upper left corner is red where colour can be. */
    static BufferedImage page(int width, int height, int type) {
        BufferedImage page = new BufferedImage(width, height, type);
        Graphics2D pen = page.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setColor(Color.BLACK);
        for (int y = height / 8; y < height * 7 / 8; y += 12) {
            for (int x = width / 8; x < width * 7 / 8; x += 15) {
                pen.fillRect(x, y, 9, 5);
            }
        }
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 4, height / 16);
        pen.dispose();
        return page;
    }

    static BufferedImage colour(int width, int height) {
        return page(width, height, BufferedImage.TYPE_3BYTE_BGR);
    }

    static byte[] jpeg(BufferedImage image) {
        return write("jpeg", "com.sun.imageio", null, image);
    }

    static byte[] progressiveJpeg(BufferedImage image) {
        return progressive("jpeg", image);
    }

    static byte[] interlacedPng(BufferedImage image) {
        return progressive("png", image);
    }

    private static byte[] progressive(String format, BufferedImage image) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
            writer.setOutput(out);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Full cyan, in Adobe's way: four components, inverted, said so by a segment. */
    static byte[] cmykJpeg(int width, int height) {
        return fourColours(width, height, 0);
    }

    /** The same numbers, said to be YCCK. */
    static byte[] ycckJpeg(int width, int height) {
        return fourColours(width, height, 2);
    }

    private static byte[] fourColours(int width, int height, int transform) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                raster.setPixel(x, y, new int[] {0, 255, 255, 255});
            }
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, new IIOImage(raster, null, null), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] adobe = {'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, (byte) transform};
        return withSegment(bytes.toByteArray(), 0xee, adobe);
    }

    static byte[] png(BufferedImage image) {
        return write("png", "com.sun.imageio", null, image);
    }

    static BufferedImage grey(int width, int height) {
        return page(width, height, BufferedImage.TYPE_BYTE_GRAY);
    }

    /** A JPEG with this for an ICC profile. */
    static byte[] withProfile(byte[] jpeg, byte[] profile) {
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        segment.writeBytes(profile);
        return withSegment(jpeg, 0xe2, segment.toByteArray());
    }

    /** A PNG with this for an ICC profile. */
    static byte[] withPngProfile(byte[] png, byte[] profile) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(new byte[] {'i', 0, 0});
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(content)) {
            deflated.write(profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withChunk(png, "iCCP", content.toByteArray());
    }

    /** A whole bilevel PNG, all black, however large. */
    static byte[] oneColour(int width, int height) {
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {1, 0, 0, 0, 0})
                .array();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        byte[] row = new byte[1 + (width + 7) / 8];
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(data)) {
            for (int y = 0; y < height; y++) {
                deflated.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png(header, data.toByteArray());
    }

    private static byte[] png(byte[] header, byte[] data) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        png.writeBytes(chunk("IHDR", header));
        png.writeBytes(chunk("IDAT", data));
        png.writeBytes(chunk("IEND", new byte[0]));
        return png.toByteArray();
    }

    static byte[] bmp(BufferedImage image) {
        return write("bmp", "com.sun.imageio", null, image);
    }

    /** A GIF of one picture, or a moving one of several. */
    static byte[] gif(BufferedImage... pictures) {
        return write("gif", "com.sun.imageio", null, pictures);
    }

    /** One pixel, lossless: nothing here writes WebP. */
    static byte[] webp() {
        return Base64.getDecoder().decode("UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==");
    }

    /** A TIFF of one or more pages; compression by Java's names, null for none. */
    static byte[] tiff(String compression, BufferedImage... pages) {
        return write("tiff", "com.sun.imageio", compression, pages);
    }

    private static byte[] write(String format, String vendor, String compression, RenderedImage... pages) {
        ImageWriter writer = writer(format, vendor);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            if (compression != null) {
                param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                param.setCompressionType(compression);
            }
            writer.setOutput(out);
            if (pages.length == 1) {
                writer.write(null, new IIOImage(pages[0], null, null), param);
            } else {
                writer.prepareWriteSequence(null);
                for (RenderedImage page : pages) {
                    writer.writeToSequence(new IIOImage(page, null, null), param);
                }
                writer.endWriteSequence();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static ImageWriter writer(String format, String vendor) {
        for (Iterator<ImageWriter> all = ImageIO.getImageWritersByFormatName(format); all.hasNext(); ) {
            ImageWriter writer = all.next();
            if (writer.getClass().getName().startsWith(vendor)) {
                return writer;
            }
        }
        throw new IllegalStateException("no writer of " + vendor + " for " + format);
    }

    /** A JPEG with a segment put in right after its start. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int length = content.length + 2;
        bytes.write(jpeg, 0, 2);
        bytes.writeBytes(new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        bytes.writeBytes(content);
        bytes.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A JPEG with this Exif block. */
    static byte[] withExif(byte[] jpeg, RawTiff exif) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes("Exif\0\0".getBytes(StandardCharsets.US_ASCII));
        content.writeBytes(exif.bytes());
        return withSegment(jpeg, 0xe1, content.toByteArray());
    }

    /** A PNG whose header, with a right check sum, claims any size; its image data are a few zeros. */
    static byte[] forgedPng(int width, int height) {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(header);
                DeflaterOutputStream deflated = new DeflaterOutputStream(data)) {
            out.writeInt(width);
            out.writeInt(height);
            out.write(new byte[] {8, 0, 0, 0, 0});
            deflated.write(new byte[1000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png(header.toByteArray(), data.toByteArray());
    }

    /** A PNG with a chunk put in after its header. */
    static byte[] withChunk(byte[] png, String type, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int header = 8 + 25;
        bytes.write(png, 0, header);
        bytes.writeBytes(chunk(type, content));
        bytes.write(png, header, png.length - header);
        return bytes.toByteArray();
    }

    private static byte[] chunk(String type, byte[] content) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(chunk)) {
            byte[] name = type.getBytes(StandardCharsets.US_ASCII);
            CRC32 sum = new CRC32();
            sum.update(name);
            sum.update(content);
            out.writeInt(content.length);
            out.write(name);
            out.write(content);
            out.writeInt((int) sum.getValue());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return chunk.toByteArray();
    }
}
