package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TempsTest {
    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void open() {
        home = Home.at(folder.resolve("home"));
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(home.work().resolve("tmp"))) {
            return all.toList();
        }
    }

    @Test
    void aProcessThatEndsLeavesNothing() throws IOException {
        try (Temps temps = Temps.in(home)) {
            assertThat(temps.folder()).isEmptyDirectory().hasParent(home.work().resolve("tmp"));
            Files.writeString(temps.folder().resolve("native.so"), "code");
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsDeleted() throws IOException {
        Path dead = Files.createDirectories(home.work().resolve("tmp").resolve("4711-dead"));
        Files.writeString(dead.resolve("native.so"), "code");
        Files.createFile(dead.resolveSibling("4711-dead.lock"));
        try (Temps temps = Temps.in(home)) {
            assertThat(dead).doesNotExist();
            assertThat(left()).hasSize(2);
            assertThat(temps.folder()).exists();
        }
    }

    @Test
    void whatALivingOneHasStays() throws IOException {
        try (Temps living = Temps.in(home)) {
            Path its = Files.writeString(living.folder().resolve("native.so"), "code");
            Temps.in(home).close();
            assertThat(its).exists();
        }
    }

    @Test
    void aHomeThatCannotBeWrittenSendsThemToTheSystems() throws IOException {
        Files.createDirectories(folder.resolve("home"));
        Files.writeString(folder.resolve("home").resolve("work"), "a file where the folder should be");
        try (Temps temps = Temps.in(home)) {
            assertThat(temps.folder()).isDirectory();
            assertThat(temps.folder().startsWith(home.folder())).isFalse();
        }
    }
}
