package org.colophon.samples;

import java.util.Random;

/** Two kinds of randomness, drawn once from a seed and then looked up: a sensor's, pixel by pixel, and paper's, in clouds. */
final class Noise {
    private static final int SIDE = 256;
    private static final int SENSOR = 1 << 16;

    private final float[] sensor = new float[SENSOR];
    private final float[] clouds = new float[SIDE * SIDE];
    private long state;

    Noise(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < SENSOR; i++) {
            sensor[i] = (float) random.nextGaussian();
        }
        for (int i = 0; i < clouds.length; i++) {
            clouds[i] = random.nextFloat() * 2 - 1;
        }
        state = seed * 2 + 1;
    }

    /** The next sample of a normal distribution with standard deviation 1. */
    float next() {
        state ^= state << 13;
        state ^= state >>> 7;
        state ^= state << 17;
        return sensor[(int) (state >>> 20) & (SENSOR - 1)];
    }

    /** A smooth value between -1 and 1; clouds are about one unit wide. */
    float cloud(float x, float y) {
        int left = (int) Math.floor(x);
        int top = (int) Math.floor(y);
        float dx = x - left;
        float dy = y - top;
        float above = corner(left, top) * (1 - dx) + corner(left + 1, top) * dx;
        float below = corner(left, top + 1) * (1 - dx) + corner(left + 1, top + 1) * dx;
        return above * (1 - dy) + below * dy;
    }

    private float corner(int x, int y) {
        return clouds[(y & (SIDE - 1)) * SIDE + (x & (SIDE - 1))];
    }
}
