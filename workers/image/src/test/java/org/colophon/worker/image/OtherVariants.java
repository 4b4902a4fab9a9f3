package org.colophon.worker.image;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.WritableRaster;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/** Formats besides TIFF, each with what must come of them. */
final class OtherVariants {
    private static final BufferedImage COLOUR = Scans.colour(75, 50);
    private static final BufferedImage GREY = Scans.grey(75, 50);

    private OtherVariants() {}

    static Stream<Variant> jpeg() {
        byte[] jpeg = Scans.jpeg(COLOUR);
        byte[] turned = Scans.withExif(
                jpeg,
                new RawTiff().with(274, (short) 6).with(282, new int[] {400, 1}).with(283, new int[] {400, 1}));
        return Stream.of(
                Variant.of("JPEG: baseline", "jpg", jpeg, "8+8+8 YCbCr, JPEG", "no-resolution"),
                Variant.of(
                        "JPEG: progressive",
                        "jpg",
                        Scans.progressiveJpeg(COLOUR),
                        "8+8+8 YCbCr, JPEG",
                        "no-resolution"),
                Variant.of("JPEG: grey", "jpg", Scans.jpeg(GREY), "8 BlackIsZero, JPEG", "no-resolution"),
                Variant.of(
                        "JPEG: CMYK",
                        "jpg",
                        Scans.cmykJpeg(75, 50),
                        "8+8+8+8 CMYK, JPEG",
                        "jhove",
                        "no-resolution",
                        "decode-remark"),
                Variant.of(
                        "JPEG: YCCK",
                        "jpg",
                        Scans.ycckJpeg(75, 50),
                        "8+8+8+8 CMYK, JPEG",
                        "jhove",
                        "no-resolution",
                        "decode-remark"),
                Variant.of("JPEG: Exif, to be turned", "jpg", turned, "8+8+8 YCbCr, JPEG, 400 dpi, orientation 6"));
    }

    static Stream<Variant> png() {
        BufferedImage alpha = Scans.page(75, 50, BufferedImage.TYPE_4BYTE_ABGR);
        BufferedImage palette = Scans.page(75, 50, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage bilevel = Scans.page(75, 50, BufferedImage.TYPE_BYTE_BINARY);
        BufferedImage deepGrey = Scans.page(75, 50, BufferedImage.TYPE_USHORT_GRAY);
        BufferedImage deep = deep();
        return Stream.of(
                png("RGB", COLOUR, "8+8+8 RGB, Deflate"),
                png("grey of 16 bits", deepGrey, "16 BlackIsZero, Deflate"),
                png("RGB of 16 bits", deep, "16+16+16 RGB, Deflate"),
                png("RGB and alpha", alpha, "8+8+8+8 RGB, Deflate, alpha"),
                png("palette", palette, "8 PaletteColor, Deflate"),
                png("bilevel", bilevel, "1 BlackIsZero, Deflate"),
                Variant.of(
                                "PNG: RGB, interlaced",
                                "png",
                                Scans.interlacedPng(COLOUR),
                                "8+8+8 RGB, Deflate",
                                "no-resolution")
                        .exactly(COLOUR.getRaster()));
    }

    private static Variant png(String name, BufferedImage image, String facts) {
        return Variant.of("PNG: " + name, "png", Scans.png(image), facts, "no-resolution")
                .exactly(image.getRaster());
    }

    private static BufferedImage deep() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_USHORT);
        WritableRaster raster = model.createCompatibleWritableRaster(75, 50);
        for (int i = 0; i < 75 * 50; i++) {
            raster.setPixel(i % 75, i / 75, new int[] {i * 17, 65535 - i * 17, i * 3});
        }
        return new BufferedImage(model, raster, false, null);
    }

    static Stream<Variant> pdf() {
        byte[] jpeg = Scans.jpeg(COLOUR);
        byte[] lossless = PdfScans.document(document -> PdfScans.addLossless(document, COLOUR, 18, 12));
        return Stream.of(
                Variant.of(
                        "PDF: a page that is a JPEG",
                        "pdf",
                        PdfScans.oneJpeg(jpeg, 18, 12),
                        "8+8+8 YCbCr, JPEG, 300 dpi"),
                Variant.of("PDF: a page that is another image", "pdf", lossless, "8+8+8 RGB, Deflate, 300 dpi")
                        .seenAs(COLOUR),
                Variant.of(
                        "PDF: a page that is drawn", "pdf", PdfScans.textOnly("To"), "8 BlackIsZero, Deflate, 100 dpi"),
                Variant.of(
                        "PDF: claims PDF/A-2b and is not",
                        "pdf",
                        PdfScans.claiming(jpeg, "2", "B"),
                        "8+8+8 YCbCr, JPEG, 54 dpi",
                        "pdf-a"),
                Variant.of("PDF: encrypted", "pdf", PdfScans.encrypted(jpeg, "secret"), null, "encrypted", "jhove"),
                Variant.of("PDF: with a script", "pdf", PdfScans.withScript(jpeg), null, "pdf-script"),
                Variant.of("PDF: an XFA form", "pdf", PdfScans.withXfa(jpeg), null, "pdf-xfa"));
    }

    static Stream<Variant> jpeg2000() {
        String facts = "8+8+8 RGB, JPEG 2000 Lossless";
        byte[] resolved = Jpeg2000Scans.withHeader(Jpeg2000Scans.jp2(COLOUR), Jpeg2000Scans.resolution(11_811));
        return Stream.of(
                Variant.of("JPEG 2000: RGB", "jp2", resolved, facts + ", 300 dpi, sRGB")
                        .seenAs(COLOUR),
                Variant.of(
                                "JPEG 2000: RGB, tiles",
                                "jp2",
                                Jpeg2000Scans.jp2(COLOUR, "-t", "32,32"),
                                facts + ", sRGB",
                                "no-resolution")
                        .seenAs(COLOUR),
                Variant.of(
                                "JPEG 2000: bare codestream",
                                "j2k",
                                Jpeg2000Scans.codestream(COLOUR),
                                facts,
                                "no-resolution")
                        .seenAs(COLOUR),
                Variant.of(
                                "JPEG 2000: grey",
                                "jp2",
                                Jpeg2000Scans.jp2(GREY),
                                "8 BlackIsZero, JPEG 2000 Lossless",
                                "no-resolution")
                        .seenAs(GREY),
                Variant.of(
                        "JPEG 2000: RGB of 16 bits",
                        "jp2",
                        Jpeg2000Scans.jp2(deep()),
                        "16+16+16 RGB, JPEG 2000 Lossless, sRGB",
                        "no-resolution"),
                Variant.of(
                        "JPEG 2000: RGB, lossy",
                        "jp2",
                        Jpeg2000Scans.jp2(COLOUR, "-I", "-r", "5"),
                        "8+8+8 RGB, JPEG 2000 Lossy, sRGB",
                        "no-resolution"));
    }

    static Stream<Variant> whereNamed() {
        BufferedImage palette = Scans.page(75, 50, BufferedImage.TYPE_BYTE_INDEXED);
        byte[] heic =
                ("\0\0\0\30ftypheic\0\0\0\0mif1heic" + "\0\0\0\20mdat01234567").getBytes(StandardCharsets.ISO_8859_1);
        byte[] dng = RawTiff.grey(8, 8).with(50706, new byte[] {1, 4, 0, 0}).bytes();
        Variant gif = Variant.of("GIF", "gif", Scans.gif(palette), "8 PaletteColor, LZW", "no-resolution")
                .seenAs(palette);
        Variant bmp = Variant.of("BMP", "bmp", Scans.bmp(COLOUR), "8+8+8 RGB, Uncompressed", "no-resolution")
                .seenAs(COLOUR);
        Variant webp = Variant.of("WebP", "webp", Scans.webp(), "8+8+8+8 RGB, WebP lossless, alpha", "no-resolution");
        return Stream.of(
                refused("GIF", "gif", Scans.gif(palette)),
                gif.taking("GIF"),
                Variant.of(
                                "GIF, moving",
                                "gif",
                                Scans.gif(palette, palette),
                                "8 PaletteColor, LZW",
                                "several-frames",
                                "no-resolution")
                        .taking("GIF"),
                refused("BMP", "bmp", Scans.bmp(COLOUR)),
                bmp.taking("BMP"),
                refused("WebP", "webp", Scans.webp()),
                webp.taking("WEBP"),
                refused("HEIC", "heic", heic),
                Variant.of("HEIC", "heic", heic, null, "not-looked-into").taking("HEIF"),
                refused("DNG", "dng", dng),
                Variant.of("DNG", "dng", dng, null, "not-looked-into").taking("DNG"));
    }

    private static Variant refused(String name, String extension, byte[] bytes) {
        return Variant.of(name + ", not named", extension, bytes, null, "format-not-accepted");
    }
}
