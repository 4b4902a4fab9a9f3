package org.colophon.worker.image.pdf;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.graphics.color.PDCalGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDICCBased;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.colophon.worker.image.OutputFile;

/** Takes the image that a page is out of its PDF: a JPEG byte for byte, anything else as PNG. */
final class EmbeddedImage {
    private static final String JPEG_2000 = COSName.JPX_DECODE.getName();
    private static final List<String> JPEG = List.of(COSName.DCT_DECODE.getName(), "DCT");

    private EmbeddedImage() {}

    /** Writes {@code page.jpg} or {@code page.png}; or {@code page.jp2}, which is still to be decoded. */
    static PageImage write(PDImageXObject image, int orientation, Path outputs) throws IOException {
        if (filters(image).contains(JPEG_2000)) {
            Path file = outputs.resolve("page.jp2");
            takeOut(image, List.of(JPEG_2000), file);
            return new PageImage(file, "image/jp2", orientation, "embedded JPEG 2000 taken out unchanged", null);
        }
        if (isPlainJpeg(image)) {
            Path file = outputs.resolve("page.jpg");
            takeOut(image, JPEG, file);
            return new PageImage(file, "image/jpeg", orientation, "embedded JPEG taken out unchanged", null);
        }
        Path file = outputs.resolve("page.png");
        boolean exact = samplesAreColours(image);
        PngFile.write(exact ? exact(image) : image.getOpaqueImage(), file);
        boolean lossless = exact || image.getColorSpace() instanceof PDIndexed;
        String how = lossless
                ? "embedded image decoded losslessly to PNG"
                : "embedded image decoded to PNG, its colours converted to sRGB";
        return new PageImage(file, "image/png", orientation, how, null);
    }

    private static void takeOut(PDImageXObject image, List<String> until, Path file) throws IOException {
        try (InputStream in = image.getStream().createInputStream(until);
                OutputFile out = OutputFile.create(file)) {
            in.transferTo(out);
        }
    }

    /** A JPEG stands for itself unless the PDF gives its numbers another meaning. */
    private static boolean isPlainJpeg(PDImageXObject image) throws IOException {
        List<String> filters = filters(image);
        if (filters.isEmpty() || !JPEG.contains(filters.get(filters.size() - 1))) {
            return false;
        }
        PDColorSpace space = image.getColorSpace();
        boolean fourColours = space.getNumberOfComponents() == 4;
        boolean plain = samplesAreColours(image) || space instanceof PDICCBased || fourColours;
        // Photoshop's CMYK JPEGs are stored inverted; the Adobe segment says so, and the decode array repeats it
        return plain && (image.getDecode() == null || fourColours || samplesAreColours(image));
    }

    private static List<String> filters(PDImageXObject image) {
        return image.getStream().getFilters().stream().map(COSName::getName).toList();
    }

    private static boolean samplesAreColours(PDImageXObject image) throws IOException {
        PDColorSpace space = image.getColorSpace();
        boolean standard = space instanceof PDICCBased icc && (icc.isSRGB() || icc.getNumberOfComponents() == 1);
        boolean simple = space instanceof PDDeviceGray || space instanceof PDCalGray || space instanceof PDDeviceRGB;
        return (simple || standard) && (image.getDecode() == null || isGrey(image));
    }

    private static boolean isGrey(PDImageXObject image) throws IOException {
        return image.getColorSpace().getNumberOfComponents() == 1;
    }

    private static BufferedImage exact(PDImageXObject image) throws IOException {
        WritableRaster raster = image.getRawRaster();
        if (image.getBitsPerComponent() == 1) {
            return bilevel(raster);
        }
        int space = raster.getNumBands() == 1 ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB;
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(space), false, false, Transparency.OPAQUE, raster.getTransferType());
        return new BufferedImage(model, raster, false, null);
    }

    private static BufferedImage bilevel(WritableRaster raster) {
        int width = raster.getWidth();
        BufferedImage bilevel = new BufferedImage(width, raster.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        int[] row = new int[width];
        for (int y = 0; y < raster.getHeight(); y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                row[x] = row[x] == 0 ? 0 : 1;
            }
            bilevel.getRaster().setPixels(0, y, width, 1, row);
        }
        return bilevel;
    }
}
