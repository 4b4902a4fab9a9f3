package org.colophon.worker.image.raster;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/**
 * Any colours to grey or sRGB without alpha. Grey stays the numbers it was: Java takes its own grey for linear light and
 * would brighten every page.
 */
final class StandardColour {
    private StandardColour() {}

    /** One sample a pixel where the source is grey, else three in sRGB; alpha is laid over white. */
    static Pixels of(Pixels source, ColorSpace space, boolean alpha) {
        int colours = source.samples() - (alpha ? 1 : 0);
        Pixels opaque = alpha ? colours(source, colours) : source;
        Pixels standard = convert(opaque, space);
        return alpha ? overWhite(standard, source) : standard;
    }

    private static Pixels convert(Pixels source, ColorSpace space) {
        if (source.samples() == 1 || (source.samples() == 3 && space.isCS_sRGB())) {
            return source;
        }
        if (source.samples() != space.getNumComponents()) {
            return colours(source, source.samples() >= 3 ? 3 : 1);
        }
        return space instanceof ICC_ColorSpace ? byProfile(source, space) : byFormula(source, space);
    }

    private static Pixels byProfile(Pixels source, ColorSpace space) {
        ColorModel model = new ComponentColorModel(space, false, false, Transparency.OPAQUE, DataBuffer.TYPE_BYTE);
        int samples = source.samples();
        int[] offsets = new int[samples];
        for (int i = 0; i < samples; i++) {
            offsets[i] = i;
        }
        DataBufferByte buffer = new DataBufferByte(source.values(), source.values().length);
        WritableRaster raster = Raster.createInterleavedRaster(
                buffer, source.width(), source.height(), source.width() * samples, samples, offsets, null);
        BufferedImage coloured = new BufferedImage(model, raster, false, null);
        BufferedImage standard = new BufferedImage(source.width(), source.height(), BufferedImage.TYPE_3BYTE_BGR);
        new ColorConvertOp(null).filter(coloured, standard);
        byte[] values = (byte[]) standard.getRaster().getDataElements(0, 0, source.width(), source.height(), null);
        return new Pixels(source.width(), source.height(), 3, values);
    }

    private static Pixels byFormula(Pixels source, ColorSpace space) {
        int samples = source.samples();
        int count = source.width() * source.height();
        byte[] values = new byte[count * 3];
        float[] colour = new float[samples];
        for (int i = 0; i < count; i++) {
            for (int s = 0; s < samples; s++) {
                float least = space.getMinValue(s);
                colour[s] = least + (source.values()[i * samples + s] & 0xff) / 255f * (space.getMaxValue(s) - least);
            }
            float[] rgb = space.toRGB(colour);
            for (int s = 0; s < 3; s++) {
                values[i * 3 + s] = (byte) Math.round(255 * Math.min(1, Math.max(0, rgb[s])));
            }
        }
        return new Pixels(source.width(), source.height(), 3, values);
    }

    /** The first samples of each pixel only. */
    private static Pixels colours(Pixels source, int colours) {
        int count = source.width() * source.height();
        byte[] values = new byte[count * colours];
        for (int i = 0; i < count; i++) {
            System.arraycopy(source.values(), i * source.samples(), values, i * colours, colours);
        }
        return new Pixels(source.width(), source.height(), colours, values);
    }

    private static Pixels overWhite(Pixels colours, Pixels source) {
        int samples = colours.samples();
        byte[] values = colours.values().clone();
        for (int i = 0; i < values.length; i++) {
            int alpha = source.values()[(i / samples + 1) * source.samples() - 1] & 0xff;
            values[i] = (byte) (((values[i] & 0xff) * alpha + 255 * (255 - alpha) + 127) / 255);
        }
        return new Pixels(colours.width(), colours.height(), samples, values);
    }
}
