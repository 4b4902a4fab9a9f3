package org.colophon.adapter.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.colophon.item.UnavailableException;

/** A clamd of ClamAV as it is installed here, with signatures of the test's own; none are downloaded. */
public final class RealClamd implements AutoCloseable {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/clamd"), Path.of("/usr/local/sbin/clamd"), Path.of("/usr/bin/clamd"));
    /** In two halves, so that no scanner takes this file for infected. */
    private static final String MARKER = "COLOPHON-TEST-" + "INFECTED-MARKER";

    private static final String EICAR =
            "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*";

    private final Path folder;
    private final int port;
    private Process process;

    private RealClamd(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts one. The test is skipped where there is none.
     *
     * @param folder a new one, whose path is short enough for a socket in it
     * @param more lines of clamd.conf
     */
    public static RealClamd start(Path folder, String... more) throws IOException {
        assumeTrue(
                PLACES.stream().anyMatch(Files::isExecutable),
                "no clamd is installed here: apt-get install clamav-daemon");
        Path signatures = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("test.ndb"),
                "Colophon.Test.Marker:0:*:" + hex(MARKER) + "\nEicar-Test-Signature:0:0:" + hex(EICAR) + "\n");
        int port;
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = any.getLocalPort();
        }
        RealClamd clamd = new RealClamd(folder, port);
        String settings = String.join(
                "\n",
                "Foreground yes",
                "DatabaseDirectory " + signatures,
                "TemporaryDirectory " + folder,
                "LocalSocket " + clamd.socket(),
                "TCPSocket " + port,
                "TCPAddr 127.0.0.1",
                "User " + System.getProperty("user.name"),
                String.join("\n", more));
        Files.writeString(folder.resolve("clamd.conf"), settings + "\n");
        clamd.start();
        return clamd;
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Starts it again, after {@link #stop}. */
    public void start() throws IOException {
        Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
        Path log = folder.resolve("clamd.log");
        process = new ProcessBuilder(
                        program.toString(), "-c", folder.resolve("clamd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int looks = 0; looks < 300 && process.isAlive(); looks++) {
            if (answers(socket()) && answers(address())) {
                return;
            }
            pause();
        }
        stop();
        throw new AssertionError("clamd did not start: " + Files.readString(log));
    }

    private static boolean answers(String address) {
        try {
            return new Clamd(address).agent().isPresent();
        } catch (UnavailableException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Where it listens, in the file system. */
    public String socket() {
        return folder.resolve("clamd.ctl").toString();
    }

    /** Where it listens, by TCP. */
    public String address() {
        return "127.0.0.1:" + port;
    }

    /** Bytes in which it finds {@code Colophon.Test.Marker}, whatever stands before them. */
    public static byte[] infected() {
        return MARKER.getBytes(StandardCharsets.US_ASCII);
    }

    /** The file with which scanners are tried out everywhere; it finds {@code Eicar-Test-Signature}. */
    public static byte[] eicar() {
        return EICAR.getBytes(StandardCharsets.US_ASCII);
    }

    /** Ends it at once. */
    public void stop() {
        try {
            assertThat(process.destroyForcibly().waitFor(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
