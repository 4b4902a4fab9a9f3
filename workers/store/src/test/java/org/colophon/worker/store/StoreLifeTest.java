package org.colophon.worker.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the process begins and ends. */
class StoreLifeTest {
    @TempDir
    Path folder;

    @Test
    void theProcessEndsWhenItsStandardInputCloses() throws Exception {
        try (StoreProcess store = StoreProcess.start(folder)) {
            store.process.getOutputStream().close();
            assertThat(store.process.waitFor(10, TimeUnit.SECONDS)).isTrue();
            assertThat(store.process.exitValue()).isZero();
            assertThat(store.out.readLine()).as("one line only").isNull();
        }
    }

    @Test
    void aTakenPortIsSaidInOneLine() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Ended ended = run(StoreProcess.command(folder, taken.getLocalPort()));
            assertThat(ended.code).isEqualTo(2);
            assertThat(ended.errors)
                    .singleElement()
                    .asString()
                    .contains("port " + taken.getLocalPort())
                    .contains("is taken");
        }
    }

    @Test
    void wrongUseIsSaidInOneLine() throws Exception {
        List<String> good = StoreProcess.command(folder, 0);
        List<String> withoutKeys = new ArrayList<>(good.subList(0, good.size() - 1));
        withoutKeys.add(folder.resolve("no-such.properties").toString());
        List<String> unknown = new ArrayList<>(good);
        unknown.add("--verbose");
        List<String> badPort = new ArrayList<>(good);
        badPort.set(good.indexOf("--port") + 1, "65536");
        for (List<String> command : List.of(withoutKeys, unknown, badPort)) {
            Ended ended = run(command);
            assertThat(ended.code).isEqualTo(2);
            assertThat(ended.errors).singleElement().asString().startsWith("store: ");
        }
    }

    @Test
    void theSecretIsNeverPrinted() throws Exception {
        try (StoreProcess store = StoreProcess.start(folder)) {
            assertThat(store.process.info().commandLine().orElse("")).doesNotContain(StoreProcess.SECRET);
            assertThat(Files.readString(store.errors)).doesNotContain(StoreProcess.SECRET);
            assertThat(new Keys("a", "b")).hasToString("Keys[REDACTED]");
        }
    }

    private record Ended(int code, List<String> errors) {}

    private Ended run(List<String> command) throws Exception {
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return new Ended(process.waitFor(), errors);
    }
}
