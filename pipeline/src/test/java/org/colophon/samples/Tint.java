package org.colophon.samples;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;

/** What a scan's samples are: two levels, grey, or the colours of aged paper and ink. */
enum Tint {
    /** Black and white, cut at a fixed level. */
    BILEVEL {
        @Override
        BufferedImage image(Raster raster) {
            byte[] both = {0, (byte) 0xff};
            IndexColorModel model = new IndexColorModel(1, 2, both, both, both);
            BufferedImage image = new BufferedImage(raster.width, raster.height, BufferedImage.TYPE_BYTE_BINARY, model);
            WritableRaster pixels = image.getRaster();
            for (int y = 0; y < raster.height; y++) {
                for (int x = 0; x < raster.width; x++) {
                    pixels.setSample(x, y, 0, raster.at(y * raster.width + x) < CUT ? 0 : 1);
                }
            }
            return image;
        }
    },
    /** Eight-bit grey. */
    GREY {
        @Override
        BufferedImage image(Raster raster) {
            BufferedImage image = new BufferedImage(raster.width, raster.height, BufferedImage.TYPE_BYTE_GRAY);
            byte[] samples = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            System.arraycopy(raster.levels, 0, samples, 0, samples.length);
            return image;
        }
    },
    /** Three times eight bits: every grey level has one colour, from brown ink to cream paper. */
    CREAM {
        @Override
        BufferedImage image(Raster raster) {
            ColorSpace space = ColorSpace.getInstance(ColorSpace.CS_sRGB);
            var model = new ComponentColorModel(space, false, false, ComponentColorModel.OPAQUE, DataBuffer.TYPE_BYTE);
            WritableRaster pixels = model.createCompatibleWritableRaster(raster.width, raster.height);
            byte[] samples = ((DataBufferByte) pixels.getDataBuffer()).getData();
            for (int i = 0; i < raster.levels.length; i++) {
                int level = raster.at(i);
                samples[3 * i] = (byte) Math.min(255, level + 8);
                samples[3 * i + 1] = (byte) level;
                samples[3 * i + 2] = (byte) Math.max(0, level - level * level / 2300 - 2);
            }
            return new BufferedImage(model, pixels, false, null);
        }
    };

    private static final int CUT = 132;

    abstract BufferedImage image(Raster raster);

    /** The colour profile that says what the samples mean; empty for black and white. */
    byte[] profile() {
        return switch (this) {
            case BILEVEL -> new byte[0];
            case GREY -> IccProfile.grey();
            case CREAM -> IccProfile.rgb();
        };
    }
}
