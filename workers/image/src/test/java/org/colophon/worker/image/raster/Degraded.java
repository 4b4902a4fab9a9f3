package org.colophon.worker.image.raster;

import java.awt.Rectangle;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * What goes wrong with scans, done to a whole page: each by chance, and the same whenever it is done again with the same
 * seed.
 *
 * @param page upright, whole and in focus
 * @param text where its text stands, pixels
 * @param textHeight of its letters, pixels
 * @param bilevel whether it has no shades of grey
 * @param seed of the chances
 */
record Degraded(Plate page, Rectangle text, double textHeight, boolean bilevel, long seed) {
    /** Blur, as a share of the letters' height, from which on a person calls a page out of focus. */
    static final double BLUR = 0.13;

    private RandomGenerator chances(String what) {
        return new SplittableRandom(seed * 31 + what.hashCode());
    }

    private static double between(RandomGenerator chances, double least, double most) {
        return least + (most - least) * chances.nextDouble();
    }

    /** The back of a leaf: paper, a bit of the text shining through, dust, and often a shadow at the gutter. */
    Plate blank() {
        RandomGenerator chances = chances("blank");
        int width = page.width();
        int height = page.height();
        byte[] values = bilevel ? white(width * height) : paper(chances).values();
        int specks = 10 + chances.nextInt(30);
        double size = Math.max(1, width / 1500.0);
        for (int i = 0; i < specks; i++) {
            int speckWidth = 1 + (int) (size * between(chances, 0, 3));
            int speckHeight = 1 + (int) (size * between(chances, 0, 3));
            int left = chances.nextInt(Math.max(1, width - speckWidth));
            int top = chances.nextInt(Math.max(1, height - speckHeight));
            for (int y = top; y < Math.min(height, top + speckHeight); y++) {
                for (int x = left; x < Math.min(width, left + speckWidth); x++) {
                    values[y * width + x] = (byte) (bilevel ? 0 : 60);
                }
            }
        }
        return new Plate(width, height, values);
    }

    private static byte[] white(int count) {
        byte[] values = new byte[count];
        Arrays.fill(values, (byte) 255);
        return values;
    }

    private Plate paper(RandomGenerator chances) {
        int width = page.width();
        int height = page.height();
        byte[] values = new byte[width * height];
        Plate soft = page.smoothed(0.12 * textHeight);
        double shine = between(chances, 0.02, 0.13);
        double shadow = chances.nextBoolean() ? between(chances, 0.1, 0.5) : 0;
        double grain = between(chances, 1, 4);
        int level = level();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double through = Math.max(0, level - soft.at(width - 1 - x, y)) * shine;
                double dim = shadow * Math.exp(-x / (0.03 * width));
                double value = (level - through) * (1 - dim) + grain * chances.nextGaussian();
                values[y * width + x] = (byte) Math.min(255, Math.max(0, Math.round(value)));
            }
        }
        return new Plate(width, height, values);
    }

    private int level() {
        int[] counts = new int[256];
        for (byte value : page.values()) {
            counts[value & 0xff]++;
        }
        int below = 0;
        int level = 0;
        while (below + counts[level] < page.values().length * 0.75) {
            below += counts[level++];
        }
        return level;
    }

    Plate skewed() {
        RandomGenerator chances = chances("skewed");
        double degrees = between(chances, 3, 8) * (chances.nextBoolean() ? 1 : -1);
        return page.placed(degrees, 1, 0, 0, page.width(), page.height());
    }

    Plate blurred() {
        RandomGenerator chances = chances("blurred");
        return grained(page.smoothed(between(chances, 1, 1.7) * BLUR * textHeight), chances, 2);
    }

    /** Cropped into the text at one side; which, tells {@link #side}. */
    Plate cut() {
        RandomGenerator chances = chances("cut");
        int side = side();
        double share = between(chances, 0.06, 0.15);
        int across = (int) (text.width * share);
        int down = (int) (text.height * share);
        return switch (side) {
            case 0 -> page.cropped(text.x + across, 0, page.width(), page.height());
            case 1 -> page.cropped(0, text.y + down, page.width(), page.height());
            case 2 -> page.cropped(0, 0, text.x + text.width - across, page.height());
            default -> page.cropped(0, 0, page.width(), text.y + text.height - down);
        };
    }

    /** 0 left, 1 top, 2 right, 3 bottom. */
    int side() {
        return chances("side").nextInt(4);
    }

    /** Scanned once more, by another machine. */
    Plate doubled() {
        RandomGenerator chances = chances("doubled");
        double scale = between(chances, 0.7, 1.4);
        int width = (int) (page.width() * scale);
        int height = (int) (page.height() * scale);
        Plate again = page.placed(
                between(chances, -0.5, 0.5),
                scale,
                between(chances, -0.01, 0.01) * width,
                between(chances, -0.01, 0.01) * height,
                width,
                height);
        double contrast = between(chances, 0.75, 1.2);
        double brightness = between(chances, -25, 25);
        byte[] values = again.values();
        for (int i = 0; i < values.length; i++) {
            double value = ((values[i] & 0xff) - 128) * contrast + 128 + brightness;
            values[i] = (byte) Math.min(255, Math.max(0, Math.round(value)));
        }
        return grained(again, chances, 3).compressed((float) between(chances, 0.5, 0.85));
    }

    private static Plate grained(Plate plate, RandomGenerator chances, double grain) {
        byte[] values = plate.values().clone();
        for (int i = 0; i < values.length; i++) {
            double value = (values[i] & 0xff) + grain * chances.nextGaussian();
            values[i] = (byte) Math.min(255, Math.max(0, Math.round(value)));
        }
        return new Plate(plate.width(), plate.height(), values);
    }
}
