package org.colophon.samples;

/** The scanner's sensor: a lens that is not quite sharp, noise, and levels no finer than it honestly has. */
final class Sensor {
    private final Wear wear;
    private final Noise noise;

    Sensor(Wear wear) {
        this.wear = wear;
        this.noise = new Noise(wear.seed() + 2);
    }

    Raster read(Raster page) {
        Raster sharp = page.smoothed(1);
        Raster out = new Raster(page.width, page.height);
        for (int i = 0; i < out.levels.length; i++) {
            float soft = 0.35f * page.at(i) + 0.65f * sharp.at(i);
            int level = Math.round((soft + (float) wear.noise() * noise.next()) / wear.step()) * wear.step();
            out.levels[i] = (byte) Math.max(0, Math.min(255, level));
        }
        return out;
    }
}
