package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a home's run.json says once the process that wrote it is gone. */
class RunFileTest {
    @TempDir
    Path folder;

    private Home home;

    @BeforeEach
    void makeHome() throws IOException {
        home = Home.at(Files.createDirectories(folder.resolve("home")));
        new RunFile(ProcessHandle.current().pid(), null, null, null).write(home);
    }

    private static void rewrite(Home of, String pattern, String replacement) throws IOException {
        String written = Files.readString(of.runFile());
        assertThat(written).containsPattern(pattern);
        Files.writeString(of.runFile(), written.replaceAll(pattern, replacement));
    }

    @Test
    void aHomeWhoseDiskHasAnotherNumberSinceTheMachineStartedIsNoCopy() throws IOException {
        rewrite(home, "dev=[0-9a-f]+", "dev=fffe");
        assertThat(RunFile.copiedFrom(home)).isEmpty();
        assertThat(RunFile.read(home)).isPresent();
    }

    @Test
    void aHomeThatWasRenamedIsNoCopy() throws IOException {
        Home renamed = Home.at(Files.move(home.folder(), folder.resolve("renamed")));
        assertThat(RunFile.copiedFrom(renamed)).isEmpty();
    }

    @Test
    void aCopyIsToldByItsPlace() throws IOException {
        Home copy = Home.at(Files.createDirectories(folder.resolve("copy")));
        Files.copy(home.runFile(), copy.runFile());
        assertThat(RunFile.copiedFrom(copy)).contains(home.folder().toString());
        assertThat(RunFile.read(copy)).isEmpty();
    }

    @Test
    void aCopyThatWasPutInThePlaceOfTheHomeIsToldByItsFolder() throws IOException {
        rewrite(home, "ino=[0-9]+", "ino=1");
        assertThat(RunFile.copiedFrom(home)).contains(home.folder().toString());
    }
}
