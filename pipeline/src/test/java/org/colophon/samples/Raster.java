package org.colophon.samples;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;

/** Rows of grey levels, one byte a pixel, 0 black. */
final class Raster {
    final int width;
    final int height;
    final byte[] levels;

    Raster(int width, int height) {
        this(width, height, new byte[Math.multiplyExact(width, height)]);
    }

    private Raster(int width, int height, byte[] levels) {
        this.width = width;
        this.height = height;
        this.levels = levels;
    }

    /** The samples of a {@link BufferedImage#TYPE_BYTE_GRAY} image, not a copy. */
    static Raster of(BufferedImage grey) {
        return new Raster(
                grey.getWidth(),
                grey.getHeight(),
                ((DataBufferByte) grey.getRaster().getDataBuffer()).getData());
    }

    int at(int index) {
        return levels[index] & 0xff;
    }

    /** This raster turned by quarter turns to the right, as {@link Turn} says. */
    Raster turned(Turn turn) {
        if (turn == Turn.NONE) {
            return this;
        }
        Raster turned = new Raster(/* width= */ height, /* height= */ width);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int toX = turn == Turn.LEFT ? y : height - 1 - y;
                int toY = turn == Turn.LEFT ? width - 1 - x : x;
                turned.levels[toY * height + toX] = levels[y * width + x];
            }
        }
        return turned;
    }

    /** Smoothed by a box of 2 × radius + 1 pixels in both directions. */
    Raster smoothed(int radius) {
        Raster across = new Raster(width, height);
        smooth(this, across, radius, width, height, 1, width);
        Raster both = new Raster(width, height);
        smooth(across, both, radius, height, width, width, 1);
        return both;
    }

    private static void smooth(Raster from, Raster to, int radius, int length, int rows, int stride, int rowStride) {
        int box = 2 * radius + 1;
        for (int row = 0; row < rows; row++) {
            int start = row * rowStride;
            int sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += from.at(start + clamp(i, length) * stride);
            }
            for (int i = 0; i < length; i++) {
                to.levels[start + i * stride] = (byte) ((sum + box / 2) / box);
                sum += from.at(start + clamp(i + radius + 1, length) * stride)
                        - from.at(start + clamp(i - radius, length) * stride);
            }
        }
    }

    private static int clamp(int index, int length) {
        return Math.max(0, Math.min(length - 1, index));
    }
}
