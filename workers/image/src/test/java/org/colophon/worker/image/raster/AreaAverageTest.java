package org.colophon.worker.image.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Scaling down by area. */
class AreaAverageTest {
    private static Pixels scale(int[][] rows, int samples, int width, int height) {
        AreaAverage average = new AreaAverage(rows[0].length / samples, rows.length, width, height, samples);
        for (int[] row : rows) {
            average.row(row);
        }
        return average.pixels();
    }

    private static int[] values(Pixels pixels) {
        int[] values = new int[pixels.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = pixels.values()[i] & 0xff;
        }
        return values;
    }

    @Test
    void theSameSizeIsTheSamePicture() {
        int[][] rows = {{0, 10, 255}, {7, 8, 9}};
        assertThat(values(scale(rows, 1, 3, 2))).containsExactly(0, 10, 255, 7, 8, 9);
    }

    @Test
    void fourPixelsBecomeTheirMean() {
        int[][] rows = {{0, 100}, {200, 100}};
        assertThat(values(scale(rows, 1, 1, 1))).containsExactly(100);
    }

    @Test
    void aPixelOnABorderCountsForBothSides() {
        int[][] rows = {{0, 90, 255}};
        assertThat(values(scale(rows, 1, 2, 1))).containsExactly(30, 200);
        int[][] columns = {{0}, {90}, {255}};
        assertThat(values(scale(columns, 1, 1, 2))).containsExactly(30, 200);
    }

    @Test
    void oneColourStaysThatColourAtAnyScale() {
        for (int size = 1; size <= 97; size += 3) {
            int[][] rows = new int[97][97 * 3];
            for (int[] row : rows) {
                Arrays.fill(row, 255);
            }
            assertThat(values(scale(rows, 3, size, size))).containsOnly(255).hasSize(size * size * 3);
        }
    }
}
