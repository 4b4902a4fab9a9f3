package org.colophon.worker.image;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colophon.worker.image.TiffScan.Page;

/** TIFF and BigTIFF of many kinds, each with what must come of it. */
final class TiffVariants {
    private static final int GREY = 1;
    private static final int RGB = 2;
    private static final int PALETTE = 3;
    private static final int CMYK = 5;
    private static final int WIDTH = 75;
    private static final int HEIGHT = 50;
    private static final BufferedImage COLOUR = Scans.colour(WIDTH, HEIGHT);

    private TiffVariants() {}

    static Stream<Variant> all() {
        return Stream.of(packed(), layouts(), colours(), pages()).flatMap(stream -> stream);
    }

    private static Stream<Variant> packed() {
        List<Variant> variants = new ArrayList<>();
        Map<String, Integer> compressions = new LinkedHashMap<>();
        compressions.put("Uncompressed", TiffScan.UNCOMPRESSED);
        compressions.put("LZW", TiffScan.LZW);
        compressions.put("Deflate", TiffScan.DEFLATE);
        compressions.put("PackBits", TiffScan.PACK_BITS);
        compressions.forEach((name, number) -> {
            Page page = Page.of(COLOUR.getRaster(), RGB).packed(number);
            variants.add(own("RGB, " + name + ", strips", LITTLE_ENDIAN, page, "8+8+8 RGB, " + name));
        });
        BufferedImage bilevel = Scans.page(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        Map.of("CCITT T.4", "CCITT Group 3", "CCITT T.6", "CCITT Group 4").entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fax -> variants.add(Variant.of(
                                "TIFF: bilevel, " + fax.getValue(),
                                "tif",
                                Scans.tiff(fax.getKey(), bilevel),
                                "1 WhiteIsZero, " + fax.getValue() + ", big endian",
                                "no-resolution")
                        .seenAs(bilevel)));
        variants.add(Variant.of(
                "TIFF: RGB, JPEG",
                "tif",
                Scans.tiff("JPEG", COLOUR),
                "8+8+8 YCbCr, JPEG, big endian",
                "no-resolution"));
        return variants.stream();
    }

    private static Stream<Variant> layouts() {
        List<Variant> variants = new ArrayList<>();
        for (ByteOrder order : List.of(LITTLE_ENDIAN, BIG_ENDIAN)) {
            Page tiled = Page.of(COLOUR.getRaster(), RGB).tiled(32).packed(TiffScan.DEFLATE);
            variants.add(own("RGB, Deflate, tiles", order, tiled, "8+8+8 RGB, Deflate"));
            Page planes = Page.of(COLOUR.getRaster(), RGB).planes();
            variants.add(own("RGB in planes, strips", order, planes, "8+8+8 RGB, Uncompressed"));
            Page both = Page.of(COLOUR.getRaster(), RGB).planes().tiled(32).packed(TiffScan.LZW);
            variants.add(own("RGB in planes, LZW, tiles", order, both, "8+8+8 RGB, LZW"));
            Page deep = Page.of(deep(3), RGB).packed(TiffScan.DEFLATE);
            variants.add(own("RGB of 16 bits, Deflate", order, deep, "16+16+16 RGB, Deflate"));
        }
        return variants.stream();
    }

    private static Stream<Variant> colours() {
        BufferedImage palette = Scans.page(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED);
        BufferedImage alpha = Scans.page(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR);
        BufferedImage bilevel = Scans.page(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
        return Stream.of(
                own("bilevel", LITTLE_ENDIAN, Page.of(bilevel.getRaster(), GREY), "1 BlackIsZero, Uncompressed"),
                own(
                        "grey",
                        BIG_ENDIAN,
                        Page.of(Scans.grey(WIDTH, HEIGHT).getRaster(), GREY),
                        "8 BlackIsZero, Uncompressed"),
                own("grey of 16 bits", BIG_ENDIAN, Page.of(deep(1), GREY), "16 BlackIsZero, Uncompressed"),
                own(
                        "palette",
                        LITTLE_ENDIAN,
                        Page.of(palette.getRaster(), PALETTE).colours(map((IndexColorModel) palette.getColorModel())),
                        "8 PaletteColor, Uncompressed"),
                own("CMYK", LITTLE_ENDIAN, Page.of(cmyk(), CMYK), "8+8+8+8 CMYK, Uncompressed"),
                own(
                        "RGB and alpha",
                        LITTLE_ENDIAN,
                        Page.of(alpha.getRaster(), RGB).alpha(),
                        "8+8+8+8 RGB, Uncompressed, alpha"));
    }

    private static Stream<Variant> pages() {
        Page first = Page.of(COLOUR.getRaster(), RGB);
        Page second = Page.of(Scans.grey(30, 90).getRaster(), GREY).packed(TiffScan.LZW);
        byte[] many = new TiffScan(LITTLE_ENDIAN, false)
                .page(first)
                .page(second)
                .page(first.tiled(16))
                .bytes();
        Variant pages = Variant.of(
                        "TIFF: three pages of several sizes, the first",
                        "tif",
                        many,
                        "8+8+8 RGB, Uncompressed, little endian, 300 dpi")
                .exactly(COLOUR.getRaster());
        return Stream.concat(
                Stream.of(pages), Stream.of(LITTLE_ENDIAN, BIG_ENDIAN).flatMap(order -> Stream.of(
                                first, first.tiled(32).packed(TiffScan.DEFLATE))
                        .map(page -> big(order, page))));
    }

    private static Variant own(String name, ByteOrder order, Page page, String facts) {
        byte[] bytes = new TiffScan(order, false).page(page).bytes();
        String stored = order == LITTLE_ENDIAN ? "little endian" : "big endian";
        return Variant.of("TIFF: " + name, "tif", bytes, facts + ", " + stored + ", 300 dpi")
                .exactly(page.raster());
    }

    private static Variant big(ByteOrder order, Page page) {
        String stored = order == LITTLE_ENDIAN ? "little endian" : "big endian";
        String kind = page.tile() > 0 ? "Deflate" : "Uncompressed";
        return Variant.of(
                        "BigTIFF: RGB, " + kind + (page.tile() > 0 ? ", tiles" : ", strips"),
                        "tif",
                        new TiffScan(order, true).page(page).bytes(),
                        "8+8+8 RGB, " + kind + ", " + stored + ", 300 dpi")
                .exactly(page.raster());
    }

    private static Raster deep(int bands) {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, WIDTH, HEIGHT, bands, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                for (int band = 0; band < bands; band++) {
                    raster.setSample(x, y, band, (x * 811 + y * 1301 + band * 7) & 0xffff);
                }
            }
        }
        return raster;
    }

    private static Raster cmyk() {
        WritableRaster raster = Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                raster.setPixel(x, y, new int[] {x * 3, y * 4, 40, 10});
            }
        }
        return raster;
    }

    private static List<Long> map(IndexColorModel model) {
        List<Long> map = new ArrayList<>();
        for (int channel = 0; channel < 3; channel++) {
            for (int i = 0; i < 256; i++) {
                int colour = i < model.getMapSize() ? model.getRGB(i) : 0;
                map.add((colour >> (16 - 8 * channel) & 0xffL) * 257);
            }
        }
        return map;
    }
}
