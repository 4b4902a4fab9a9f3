package org.colophon.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {
    @Test
    void twoComesBeforeTen() {
        inOrder("x_2.tif", "x_10.tif");
    }

    @Test
    void aPageComesBeforeItsVersoAndItsInserts() {
        inOrder("page 1.tif", "page 1 verso.tif", "page 1-2.tif", "page 2.tif");
    }

    @Test
    void numbersMayBeLongerThanAnyInteger() {
        inOrder("p99999999999999999999998.tif", "p99999999999999999999999.tif", "p100000000000000000000000.tif");
    }

    @Test
    void leadingZerosDoNotMatterButKeepAnOrder() {
        inOrder("p1.tif", "p01.tif".replace("01", "2"), "p003.tif", "p4.tif");
        assertThat(new NaturalOrder().compare("p01.tif", "p1.tif")).isNotZero();
    }

    @Test
    void lettersSortWithoutRegardToCaseButNamesStayDistinct() {
        inOrder("a1.tif", "B1.tif", "c1.tif");
        assertThat(new NaturalOrder().compare("A.tif", "a.tif")).isNotZero();
    }

    private static void inOrder(String... names) {
        List<String> expected = List.of(names);
        for (int seed = 0; seed < 10; seed++) {
            List<String> shuffled = new ArrayList<>(expected);
            Collections.shuffle(shuffled, new Random(seed));
            shuffled.sort(new NaturalOrder());
            assertThat(shuffled).isEqualTo(expected);
        }
    }
}
