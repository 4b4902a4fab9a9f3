package org.colophon.adapter.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.colophon.item.UnavailableException;
import org.colophon.port.VirusScanner.Outcome;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adapter against a clamd of ClamAV itself, over TCP and over its socket; skipped where none is installed. */
class RealClamdTest {
    private static final int STREAM = 8 << 20;
    private static final int FILE = 4 << 20;

    @TempDir
    static Path folder;

    private static RealClamd real;

    @BeforeAll
    static void start() throws IOException {
        real = RealClamd.start(folder, "StreamMaxLength 8M", "MaxFileSize 4M", "AlertExceedsMax yes");
    }

    @AfterAll
    static void end() {
        if (real != null) {
            real.close();
        }
    }

    private static List<Clamd> bothWays() {
        return List.of(new Clamd(real.socket()), new Clamd(real.address()));
    }

    private static Path file(int noise, byte[] end) throws IOException {
        byte[] bytes = new byte[noise];
        new Random(noise).nextBytes(bytes);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(bytes);
        all.write(end);
        return Files.write(folder.resolve("scan.tif"), all.toByteArray());
    }

    @Test
    void itTellsItsVersion() {
        bothWays().forEach(clamd -> assertThat(clamd.agent().orElseThrow().toString())
                .startsWith("ClamAV "));
    }

    @Test
    void cleanFilesAreClean() throws IOException {
        for (int size : new int[] {0, 1, 64 << 10, FILE}) {
            Path file = file(size, new byte[0]);
            bothWays().forEach(clamd -> assertThat(clamd.check(file)).isEqualTo(new Outcome.Clean()));
        }
    }

    @Test
    void whatIsFoundIsNamed() throws IOException {
        Path marked = file(FILE / 2, RealClamd.infected());
        bothWays().forEach(clamd -> assertThat(clamd.check(marked))
                .isEqualTo(new Outcome.Infected("Colophon.Test.Marker.UNOFFICIAL")));
        Path eicar = file(0, RealClamd.eicar());
        bothWays().forEach(clamd -> assertThat(clamd.check(eicar))
                .isEqualTo(new Outcome.Infected("Eicar-Test-Signature.UNOFFICIAL")));
    }

    @Test
    void whatIsTooLargeIsNotChecked() throws IOException {
        Path streamed = file(5 * STREAM, RealClamd.infected());
        for (int again = 0; again < 10; again++) {
            bothWays().forEach(clamd -> assertThat(clamd.check(streamed))
                    .isEqualTo(new Outcome.NotChecked("larger than clamd's StreamMaxLength")));
        }
        Path passedOver = file(FILE + 1, RealClamd.infected());
        bothWays().forEach(clamd -> assertThat(clamd.check(passedOver)).isInstanceOf(Outcome.NotChecked.class));
    }

    @Test
    void itMayGoAndComeBack() throws IOException {
        Path file = file(10, new byte[0]);
        real.stop();
        bothWays()
                .forEach(clamd -> assertThatThrownBy(() -> clamd.check(file)).isInstanceOf(UnavailableException.class));
        real.start();
        bothWays().forEach(clamd -> assertThat(clamd.check(file)).isEqualTo(new Outcome.Clean()));
    }
}
