package org.colophon.adapter.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.colophon.adapter.clamd.StandInClamd.Behavior;
import org.colophon.item.UnavailableException;
import org.colophon.port.VirusScanner;
import org.colophon.port.VirusScanner.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to clamd, and what is made of its replies, against a stand-in. */
class ClamdTest {
    private static final Duration SHORT = Duration.ofMillis(400);
    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path file(int size) throws IOException {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return Files.write(folder.resolve("scan.tif"), bytes);
    }

    private Outcome check(Path file, Duration patience, Behavior behavior) throws IOException {
        try (StandInClamd server = new StandInClamd(behavior)) {
            return new Clamd(server.address(), patience, patience).check(file);
        }
    }

    private Outcome replied(String reply) throws IOException {
        return check(file(10), LONG, (in, out) -> {
            StandInClamd.command(in);
            StandInClamd.stream(in);
            StandInClamd.say(out, reply + "\0");
        });
    }

    private static String versionOf(String reply) throws IOException {
        try (StandInClamd server = new StandInClamd((in, out) -> {
            StandInClamd.command(in);
            StandInClamd.say(out, reply + "\0");
        })) {
            return new Clamd(server.address()).agent().orElseThrow().toString();
        }
    }

    @Test
    void everyByteArrivesInChunksWithTheirLengths() throws IOException {
        for (int size : new int[] {0, 1, 64 << 10, (64 << 10) + 1, 5_000_000}) {
            Path file = file(size);
            AtomicReference<String> command = new AtomicReference<>();
            AtomicReference<byte[]> arrived = new AtomicReference<>();
            Outcome outcome = check(file, LONG, (in, out) -> {
                command.set(StandInClamd.command(in));
                arrived.set(StandInClamd.stream(in));
                StandInClamd.say(out, "stream: OK\0");
            });
            assertThat(outcome).isEqualTo(new Outcome.Clean());
            assertThat(command).hasValue("zINSTREAM");
            assertThat(arrived.get()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void aReplyMayComeInPieces() throws IOException {
        Outcome outcome = check(file(10), LONG, (in, out) -> {
            StandInClamd.command(in);
            StandInClamd.stream(in);
            for (byte one : "stream: Some.Virus-1 FOUND\0".getBytes(StandardCharsets.UTF_8)) {
                out.write(one);
                out.flush();
                Thread.sleep(2);
            }
        });
        assertThat(outcome).isEqualTo(new Outcome.Infected("Some.Virus-1"));
    }

    @Test
    void whatIsPastALimitIsNotCheckedRatherThanInfected() throws IOException {
        assertThat(replied("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND"))
                .isEqualTo(new Outcome.NotChecked("past a limit of clamd: Heuristics.Limits.Exceeded.MaxFileSize"));
        assertThat(replied("stream: Heuristics.Encrypted.PDF FOUND"))
                .isEqualTo(new Outcome.Infected("Heuristics.Encrypted.PDF"));
    }

    @Test
    void whoStopsReadingAndSaysWhyIsHeard() throws IOException {
        Path large = file(20_000_000);
        for (int again = 0; again < 20; again++) {
            Outcome outcome = check(large, LONG, (in, out) -> {
                StandInClamd.command(in);
                in.readNBytes(100_000);
                StandInClamd.say(out, "INSTREAM size limit exceeded. ERROR\0");
            });
            assertThat(outcome).isEqualTo(new Outcome.NotChecked("larger than clamd's StreamMaxLength"));
        }
    }

    @Test
    void anErrorIsNoVerdict() {
        assertThatThrownBy(() -> replied("stream: Can't allocate memory ERROR"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("Can't allocate memory")
                .hasMessageContaining("127.0.0.1:")
                .extracting(e -> ((UnavailableException) e).what())
                .isEqualTo(VirusScanner.WORD);
        assertThatThrownBy(() -> replied("UNKNOWN COMMAND")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> replied("")).isInstanceOf(UnavailableException.class);
    }

    @Test
    void whoHangsUpWithoutAWordDoesNotAnswer() {
        assertThatThrownBy(() -> check(file(20_000_000), LONG, (in, out) -> in.readNBytes(100_000)))
                .isInstanceOf(UnavailableException.class);
        assertThatThrownBy(() -> check(file(10), LONG, (in, out) -> {
                    StandInClamd.command(in);
                    StandInClamd.stream(in);
                    StandInClamd.say(out, "stream: O");
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("hung up");
    }

    @Test
    void nobodyIsWaitedForWithoutAnEnd() {
        assertThatThrownBy(() -> check(file(10), SHORT, (in, out) -> {
                    StandInClamd.command(in);
                    StandInClamd.stream(in);
                    in.read();
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no reply within");
        assertThatThrownBy(() -> check(file(50_000_000), SHORT, (in, out) -> Thread.sleep(3_000)))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("nothing was taken");
    }

    @Test
    void aReplyWithoutAnEndIsGivenUp() {
        assertThatThrownBy(() -> check(file(10), LONG, (in, out) -> {
                    while (true) {
                        StandInClamd.say(out, "stream: ");
                    }
                }))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("does not end");
    }

    @Test
    void whoIsNotThereDoesNotAnswer() throws IOException {
        String gone;
        try (StandInClamd server = new StandInClamd((in, out) -> {})) {
            gone = server.address();
        }
        String socket = folder.resolve("clamd.ctl").toString();
        for (String address : new String[] {gone, socket, "no-such-host.invalid:3310"}) {
            assertThatThrownBy(() -> new Clamd(address).agent())
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining(address);
            Path file = file(10);
            assertThatThrownBy(() -> new Clamd(address).check(file)).isInstanceOf(UnavailableException.class);
        }
    }

    @Test
    void theAgentTellsTheSignaturesToo() throws IOException {
        assertThat(versionOf("ClamAV 1.4.3/27821/Tue Nov 24 09:18:13 2026"))
                .isEqualTo("ClamAV 1.4.3, signatures 27821 of Tue Nov 24 09:18:13 2026");
        assertThat(versionOf("ClamAV 1.4.3")).isEqualTo("ClamAV 1.4.3");
        assertThatThrownBy(() -> versionOf("HTTP/1.1 400 Bad Request"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("no version of ClamAV");
    }

    @Test
    void aFileThatCannotBeReadIsNotTheScannersFault() throws IOException {
        assertThatThrownBy(() -> check(folder.resolve("gone.tif"), LONG, (in, out) -> {}))
                .isInstanceOf(UnavailableException.class)
                .extracting(e -> ((UnavailableException) e).what())
                .isEqualTo("disk");
    }
}
