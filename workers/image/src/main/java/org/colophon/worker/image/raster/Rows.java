package org.colophon.worker.image.raster;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * Rows of a decoded image as numbers 0 to 255, in the image's own colour space: what is done to every pixel of a page
 * is one sum; colours are converted when the page is small.
 */
abstract class Rows {
    /** Samples a pixel. */
    abstract int samples();

    /** Colour space of the samples; alpha comes after them. */
    abstract ColorSpace space();

    /** Whether the last sample is alpha. */
    abstract boolean alpha();

    /** One row. */
    abstract void row(BufferedImage image, int y, int[] into);

    /** The way to read images of this kind. */
    static Rows of(BufferedImage image) {
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            return new PaletteRows(palette);
        }
        int type = model.getTransferType();
        boolean plain = model instanceof ComponentColorModel && !model.isAlphaPremultiplied();
        if (plain && (type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT)) {
            return new ComponentRows(model, image.getRaster().getNumBands());
        }
        return new AnyRows(model.hasAlpha());
    }

    private static final class ComponentRows extends Rows {
        private final ColorModel model;
        private final int samples;
        private Object row;

        ComponentRows(ColorModel model, int samples) {
            this.model = model;
            this.samples = samples;
        }

        @Override
        int samples() {
            return samples;
        }

        @Override
        ColorSpace space() {
            return model.getColorSpace();
        }

        @Override
        boolean alpha() {
            return model.hasAlpha();
        }

        @Override
        void row(BufferedImage image, int y, int[] into) {
            Raster raster = image.getRaster();
            row = raster.getDataElements(0, y, raster.getWidth(), 1, row);
            if (row instanceof byte[] bytes) {
                for (int i = 0; i < bytes.length; i++) {
                    into[i] = bytes[i] & 0xff;
                }
            } else if (row instanceof short[] shorts) {
                for (int i = 0; i < shorts.length; i++) {
                    into[i] = (shorts[i] & 0xffff) >> 8;
                }
            }
        }
    }

    private static final class PaletteRows extends Rows {
        private final int[] palette;
        private final boolean grey;
        private int[] indices;

        PaletteRows(IndexColorModel model) {
            palette = new int[model.getMapSize()];
            model.getRGBs(palette);
            boolean onlyGrey = true;
            for (int colour : palette) {
                int red = (colour >> 16) & 0xff;
                onlyGrey &= colour >>> 24 == 0xff && red == ((colour >> 8) & 0xff) && red == (colour & 0xff);
            }
            grey = onlyGrey;
        }

        @Override
        int samples() {
            return grey ? 1 : 4;
        }

        @Override
        ColorSpace space() {
            return ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB);
        }

        @Override
        boolean alpha() {
            return !grey;
        }

        @Override
        void row(BufferedImage image, int y, int[] into) {
            Raster raster = image.getRaster();
            indices = raster.getPixels(0, y, raster.getWidth(), 1, indices);
            for (int x = 0, at = 0; x < indices.length; x++) {
                int colour = palette[Math.min(indices[x], palette.length - 1)];
                if (grey) {
                    into[at++] = colour & 0xff;
                } else {
                    at = spread(colour, into, at);
                }
            }
        }
    }

    /** Packed and floating-point images: slower, through the colour model's own conversion. */
    private static final class AnyRows extends Rows {
        private final boolean alpha;
        private int[] colours;

        AnyRows(boolean alpha) {
            this.alpha = alpha;
        }

        @Override
        int samples() {
            return 4;
        }

        @Override
        ColorSpace space() {
            return ColorSpace.getInstance(ColorSpace.CS_sRGB);
        }

        @Override
        boolean alpha() {
            return true;
        }

        @Override
        void row(BufferedImage image, int y, int[] into) {
            colours = image.getRGB(0, y, image.getWidth(), 1, colours, 0, image.getWidth());
            for (int x = 0, at = 0; x < image.getWidth(); x++) {
                at = spread(alpha ? colours[x] : colours[x] | 0xff000000, into, at);
            }
        }
    }

    private static int spread(int colour, int[] into, int at) {
        into[at] = (colour >> 16) & 0xff;
        into[at + 1] = (colour >> 8) & 0xff;
        into[at + 2] = colour & 0xff;
        into[at + 3] = colour >>> 24;
        return at + 4;
    }
}
