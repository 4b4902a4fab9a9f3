package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.colophon.worker.protocol.Call;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Reply;
import org.colophon.worker.protocol.Request;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;
import org.colophon.worker.protocol.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scans of each format, broken by chance: every call ends in time with a verdict, and nothing that is cut off is called
 * whole. More of them with {@code -Dfuzz.rounds=5000 -Dfuzz.seed=7}; a failure names its seed and round.
 */
class FuzzTest {
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 110);
    private static final long SEED = Long.getLong("fuzz.seed", 20_261_124);
    private static final long MILLIS = 20_000;
    /** A format of which the scan has two pages. */
    private static final String SEVERAL = "tif";

    private static final List<Mutations> MUTATIONS = List.copyOf(EnumSet.allOf(Mutations.class));
    private static final Terms TERMS = new Terms(List.of("GIF", "BMP", "WEBP"), 100);

    @TempDir
    Path folder;

    private final Map<String, Integer> tally = new TreeMap<>();
    private Process worker;
    private Writer calls;
    private BufferedReader replies;

    @AfterEach
    void end() {
        if (worker != null) {
            worker.destroyForcibly();
        }
    }

    private static Map<String, byte[]> scans() {
        BufferedImage page = Scans.colour(90, 120);
        byte[] jpeg = Scans.jpeg(page);
        TiffScan.Page tiff = TiffScan.Page.of(page.getRaster(), 2);
        Map<String, byte[]> scans = new LinkedHashMap<>();
        scans.put(SEVERAL, Scans.tiff("LZW", page, page));
        scans.put(
                "tiff",
                new TiffScan(ByteOrder.BIG_ENDIAN, false)
                        .page(tiff.tiled(32).packed(TiffScan.DEFLATE))
                        .bytes());
        scans.put("btf", new TiffScan(ByteOrder.LITTLE_ENDIAN, true).page(tiff).bytes());
        scans.put("jpg", Scans.withExif(jpeg, new RawTiff().with(274, (short) 6)));
        scans.put("jpeg", Scans.progressiveJpeg(page));
        scans.put("png", Scans.png(page));
        scans.put("pdf", PdfScans.oneJpeg(jpeg, 90, 120));
        scans.put("gif", Scans.gif(Scans.page(90, 120, BufferedImage.TYPE_BYTE_INDEXED)));
        scans.put("bmp", Scans.bmp(page));
        scans.put("webp", Scans.webp());
        if (Jpeg2000Scans.installed()) {
            scans.put("jp2", Jpeg2000Scans.jp2(page));
            scans.put("j2k", Jpeg2000Scans.codestream(page, "-t", "64,64"));
        }
        return scans;
    }

    private void start() throws IOException {
        Path temporary = Files.createTempDirectory(folder, "tmp");
        worker = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-Xss2m",
                        "-XX:+UseSerialGC",
                        "-Djava.io.tmpdir=" + temporary,
                        "-cp",
                        System.getProperty("java.class.path"),
                        ImageWorker.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        calls = worker.outputWriter();
        replies = worker.inputReader();
    }

    /** The reply; null when the worker died of it, and is replaced. */
    private Reply examined(int round, byte[] scan, String extension) throws IOException {
        if (worker == null || !worker.isAlive()) {
            start();
        }
        Path file = Files.write(folder.resolve("scan-" + round), scan);
        Path outputs = Files.createDirectory(folder.resolve("outputs-" + round));
        // Of several pages the last: those before it may be whole where it is not
        int index = extension.equals(SEVERAL) ? 1 : 0;
        Request request = new Request.Examine(file.toString(), index, extension, outputs.toString(), TERMS);
        calls.write(Wire.write(new Call(round, new Limits(4_000_000, MILLIS), request)) + "\n");
        calls.flush();
        String line = replies.readLine();
        if (line == null) {
            worker.destroyForcibly();
            return null;
        }
        Reply reply = Wire.read(line, Reply.class);
        if (reply instanceof Reply.Failed failed && failed.kind() == Reply.FailureKind.OUT_OF_MEMORY) {
            // It ends itself
            worker.destroyForcibly().onExit().join();
        }
        return reply;
    }

    @Test
    void whateverIsBrokenEndsInTimeWithAVerdict() throws IOException {
        Map<String, byte[]> scans = scans();
        List<String> extensions = List.copyOf(scans.keySet());
        long slowest = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(SEED + round);
            String extension = extensions.get(round % extensions.size());
            Mutations mutation = MUTATIONS.get(random.nextInt(MUTATIONS.size()));
            String which = "seed " + SEED + ", round " + round + ": a " + extension + " " + mutation;
            long from = System.nanoTime();
            Reply reply = examined(round + 1, mutation.of(scans.get(extension), random), extension);
            long millis = (System.nanoTime() - from) / 1_000_000;
            slowest = Math.max(slowest, millis);
            assertThat(millis).as(which).isLessThan(MILLIS + 5_000);
            judge(which, mutation, reply);
        }
        System.out.println("fuzz: " + ROUNDS + " scans, " + tally + ", slowest " + slowest + " ms");
    }

    private void judge(String which, Mutations mutation, Reply reply) {
        assertThat(reply).as(which).isNotInstanceOf(Reply.Refused.class);
        boolean refused = false;
        String verdict = "the worker died";
        if (reply instanceof Reply.Done done) {
            refused = ((Result.Examination) done.result()).refused();
            verdict = refused ? "refused" : "taken";
        } else if (reply instanceof Reply.Failed failed) {
            assertThat(failed.kind()).as(which + ": " + failed.detail()).isNotEqualTo(Reply.FailureKind.DEFECT);
            verdict = failed.kind().name();
        }
        tally.merge(verdict, 1, Integer::sum);
        if (mutation == Mutations.TRUNCATED) {
            assertThat(refused).as(which).isTrue();
        }
    }
}
