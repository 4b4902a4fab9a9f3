package org.colophon.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.colophon.intake.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What STATUS.txt tells of pages while their object is under way. */
class NoticedTest {
    @TempDir
    Path home;

    private House house;
    private Way way;

    @BeforeEach
    void open() throws IOException {
        house = new House(home);
        way = new Way(house);
    }

    @AfterEach
    void close() {
        house.close();
    }

    private void drop(int pages) {
        IntStream.rangeClosed(1, pages).forEach(page -> house.scan("book/" + page + ".tif"));
        house.lookUntilQuiet();
    }

    @Test
    void aRefusedPageIsToldBeforeTheOthersAreExamined() {
        drop(3);
        way.refusePage(house.item(), 2);
        house.look();
        assertThat(house.status()).contains("book: being examined: page 2 of 3\n    page 2, 2.tif: it is cut off\n");
    }

    @Test
    void whatShouldBeLookedAtIsToldOnceAllAreExamined() {
        drop(2);
        way.acceptPages(house.item());
        house.look();
        assertThat(house.status())
                .contains(
                        "book: text being recognized: page 1 of 2\n    page 1, 1.tif: no profile\n    page 2, 2.tif: no profile");
    }

    @Test
    void manyFindingsAreCounted() {
        drop(30);
        way.acceptPages(house.item());
        house.look();
        List<String> lines = house.status().lines().toList();
        assertThat(lines).filteredOn(line -> line.startsWith("    page ")).hasSize(20);
        assertThat(lines).contains("    and 10 more, which the note beside the scans will name");
    }
}
