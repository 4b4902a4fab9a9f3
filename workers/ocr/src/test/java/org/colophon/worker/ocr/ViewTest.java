package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.AffineTransform;
import java.awt.geom.Point2D;
import java.util.Random;
import org.colophon.worker.protocol.Quad;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against Java's own affine transforms: from the page to the raster that is read, and back by the view. */
class ViewTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsMappedThereComesBackWithinAPixel(int orientation) {
        Random random = new Random(orientation);
        for (int i = 0; i < 200; i++) {
            int width = 500 + random.nextInt(3000);
            int height = 500 + random.nextInt(3000);
            Turn turn = new Turn(orientation, width, height);
            double degrees = i % 3 == 0 ? 0 : random.nextDouble() * 14 - 7;
            int sheetWidth = turn.pageWidth() + (degrees == 0 ? 0 : 2 * random.nextInt(200));
            int sheetHeight = turn.pageHeight() + (degrees == 0 ? 0 : 2 * random.nextInt(200));
            double scale = 0.7 + random.nextDouble() * 2.3;
            View view = new View(turn, degrees, sheetWidth, sheetHeight, scale);
            AffineTransform there = new AffineTransform();
            there.scale(scale, scale);
            there.translate(sheetWidth / 2.0, sheetHeight / 2.0);
            there.rotate(Math.toRadians(degrees));
            there.translate(-turn.pageWidth() / 2.0, -turn.pageHeight() / 2.0);
            // A corner well inside, so that nothing is cut at the page's edges
            double x = turn.pageWidth() * (0.3 + 0.4 * random.nextDouble());
            double y = turn.pageHeight() * (0.3 + 0.4 * random.nextDouble());
            Point2D read = there.transform(new Point2D.Double(x, y), null);
            int column = (int) Math.round(read.getX());
            int row = (int) Math.round(read.getY());

            Quad quad = view.toStored(new Box(column, row, column + 40, row + 20));

            Quad expected = turn.toStored((int) Math.round(x), (int) Math.round(y), 0, 0);
            assertThat(Math.abs(quad.x1() - expected.x1())).as("x of %s", view).isLessThanOrEqualTo(1);
            assertThat(Math.abs(quad.y1() - expected.y1())).as("y of %s", view).isLessThanOrEqualTo(1);
        }
    }
}
