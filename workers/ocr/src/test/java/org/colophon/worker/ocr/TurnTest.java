package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Point;
import org.colophon.worker.protocol.Quad;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TurnTest {
    private static final int PAGE_WIDTH = 7;
    private static final int PAGE_HEIGHT = 4;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyPixelOfThePageFindsItsPixelOfTheRaster(int orientation) {
        Turn turn = turn(orientation);
        for (int row = 0; row < turn.height(); row++) {
            for (int column = 0; column < turn.width(); column++) {
                Point page = Stored.onPage(orientation, column, row, PAGE_WIDTH, PAGE_HEIGHT);

                Quad quad = turn.toStored(page.x, page.y, page.x + 1, page.y + 1);

                assertThat(upright(quad)).isEqualTo(Quad.upright(column, row, column + 1, row + 1));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyBoxComesBackByTheInverseTurn(int orientation) {
        Turn there = turn(orientation);
        Turn back = new Turn(inverse(orientation), PAGE_WIDTH, PAGE_HEIGHT);
        for (int left = 0; left < PAGE_WIDTH; left++) {
            for (int top = 0; top < PAGE_HEIGHT; top++) {
                for (int right = left + 1; right <= PAGE_WIDTH; right++) {
                    for (int bottom = top + 1; bottom <= PAGE_HEIGHT; bottom++) {
                        Quad stored = there.toStored(left, top, right, bottom);

                        Quad again = back.toStored(stored.left(), stored.top(), stored.right(), stored.bottom());

                        assertThat(upright(again)).isEqualTo(Quad.upright(left, top, right, bottom));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theCornersGoRoundAsTheReaderSeesThemFromHisTopLeft(int orientation) {
        Turn turn = turn(orientation);
        Quad box = turn.toStored(2, 1, 5, 3);

        Quad aboveLeft = turn.toStored(0, 0, 2, 1);
        Quad aboveRight = turn.toStored(5, 0, PAGE_WIDTH, 1);
        Quad belowRight = turn.toStored(5, 3, PAGE_WIDTH, PAGE_HEIGHT);
        Quad belowLeft = turn.toStored(0, 3, 2, PAGE_HEIGHT);

        assertThat(new Point(box.x1(), box.y1())).isEqualTo(new Point(aboveLeft.x3(), aboveLeft.y3()));
        assertThat(new Point(box.x2(), box.y2())).isEqualTo(new Point(aboveRight.x4(), aboveRight.y4()));
        assertThat(new Point(box.x3(), box.y3())).isEqualTo(new Point(belowRight.x1(), belowRight.y1()));
        assertThat(new Point(box.x4(), box.y4())).isEqualTo(new Point(belowLeft.x2(), belowLeft.y2()));
    }

    @Test
    void aPageThatLiesOnItsRightSideHasItsTopLeftAtTheRastersTopRight() {
        // Orientation 8: the raster's 0th row is the page's left side, its 0th column the page's bottom.
        assertThat(new Turn(8, 30, 20).toStored(0, 0, 20, 30)).isEqualTo(new Quad(30, 0, 30, 20, 0, 20, 0, 0));
    }

    @Test
    void thereIsNoNinthOrientation() {
        assertThatThrownBy(() -> new Turn(9, 1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The orientation that undoes another. */
    private static int inverse(int orientation) {
        return switch (orientation) {
            case 6 -> 8;
            case 8 -> 6;
            default -> orientation;
        };
    }

    private static Turn turn(int orientation) {
        return orientation < 5
                ? new Turn(orientation, PAGE_WIDTH, PAGE_HEIGHT)
                : new Turn(orientation, PAGE_HEIGHT, PAGE_WIDTH);
    }

    private static Quad upright(Quad quad) {
        return Quad.upright(quad.left(), quad.top(), quad.right(), quad.bottom());
    }
}
