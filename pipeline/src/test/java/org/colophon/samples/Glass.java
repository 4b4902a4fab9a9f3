package org.colophon.samples;

import java.awt.geom.AffineTransform;
import java.awt.geom.NoninvertibleTransformException;
import java.util.Random;

/** The light that comes back from a sheet: paper and ink, an uneven lamp, the shadow of the fold, the dark bed beyond. */
final class Glass {
    private static final float PAPER = 236;
    private static final float INK = 42;
    private static final float BED = 40;

    private final Sheet sheet;
    private final Wear wear;
    private final Noise noise;
    private final double[] toSheet = new double[6];
    private final float lampX;
    private final float lampY;
    private final float[][] spots;

    Glass(Sheet sheet, Wear wear, AffineTransform toPixels) {
        this.sheet = sheet;
        this.wear = wear;
        this.noise = new Noise(wear.seed());
        try {
            toPixels.createInverse().getMatrix(toSheet);
        } catch (NoninvertibleTransformException e) {
            throw new IllegalStateException("A sheet was mapped to no area", e);
        }
        Random random = new Random(wear.seed() + 1);
        lampX = (0.25f + random.nextFloat() * 0.5f) * (float) sheet.width();
        lampY = (0.2f + random.nextFloat() * 0.5f) * (float) sheet.height();
        spots = new float[wear.spots()][];
        for (int i = 0; i < spots.length; i++) {
            spots[i] = new float[] {
                random.nextFloat() * (float) sheet.width(),
                random.nextFloat() * (float) sheet.height(),
                1.5f + random.nextFloat() * random.nextFloat() * 7,
                3 + random.nextFloat() * 9
            };
        }
    }

    /** Grey levels before the sensor's own blur and noise; both rasters hold how much of a pixel is inked, 0 to 255. */
    Raster expose(Raster ink, Raster through) {
        Raster page = new Raster(ink.width, ink.height);
        for (int y = 0; y < page.height; y++) {
            for (int x = 0; x < page.width; x++) {
                int i = y * page.width + x;
                float atX = (float) (toSheet[0] * x + toSheet[2] * y + toSheet[4]);
                float atY = (float) (toSheet[1] * x + toSheet[3] * y + toSheet[5]);
                page.levels[i] = (byte) Math.round(level(atX, atY, ink.at(i) / 255f, through.at(i) / 255f));
            }
        }
        return page;
    }

    /** The level at a place of the sheet, points. */
    private float level(float x, float y, float ink, float through) {
        float inside = (float) Math.min(Math.min(x, sheet.width() - x), Math.min(y, sheet.height() - y));
        if (inside < 0) {
            return BED;
        }
        float paper = PAPER + 2.2f * noise.cloud(x / 40, y / 40) + 1.6f * noise.cloud(x / 1.2f, y / 1.2f);
        paper -= stain(x, y);
        paper *= 1 - (float) wear.bleed() * through;
        float worn = ink * (0.93f + 0.07f * noise.cloud(x / 6, y / 6));
        float reflected = paper * (1 - worn) + INK * worn;
        float edge = inside > 6 ? 1 : 1 - 0.3f * (1 - inside / 6);
        return reflected * lamp(x, y) * fold(x) * edge;
    }

    private float lamp(float x, float y) {
        float dx = (x - lampX) / (float) sheet.width();
        float dy = (y - lampY) / (float) sheet.height();
        return 1 - 0.13f * (dx * dx + dy * dy);
    }

    private float fold(float x) {
        float distance =
                switch (wear.fold()) {
                    case NONE -> Float.MAX_VALUE;
                    case LEFT -> x;
                    case RIGHT -> (float) sheet.width() - x;
                    case MIDDLE -> Math.abs(x - (float) sheet.width() / 2);
                };
        return distance > 60 ? 1 : 1 - (float) wear.spine() * (float) Math.exp(-distance / 9);
    }

    private float stain(float x, float y) {
        float darker = 0;
        for (float[] spot : spots) {
            float dx = (x - spot[0]) / spot[2];
            float dy = (y - spot[1]) / spot[2];
            float square = dx * dx + dy * dy;
            darker += square > 6 ? 0 : spot[3] * (float) Math.exp(-square);
        }
        return darker;
    }
}
