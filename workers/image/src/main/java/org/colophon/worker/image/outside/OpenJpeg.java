package org.colophon.worker.image.outside;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.worker.image.Allowance;
import org.colophon.worker.image.Plain;
import org.colophon.worker.image.WorkerFailureException;
import org.colophon.worker.image.layout.Jpeg2000Layout;
import org.colophon.worker.protocol.Task;

/**
 * Decodes JPEG 2000 by OpenJPEG's own program. There is no decoder in Java that is whole: the one there is reduces 16
 * bits to 8, and never says so.
 */
public final class OpenJpeg {
    /** Agent of what it did. */
    public static final String AGENT = "OpenJPEG opj_decompress";

    private static final String PROGRAM = "opj_decompress";
    private static final String MISSING = "JPEG 2000 is read by OpenJPEG's opj_decompress, which is not installed here."
            + " Install it (Debian and Ubuntu: apt-get install libopenjp2-tools; Fedora: openjpeg2-tools; macOS: brew"
            + " install openjpeg); what waits for it goes on by itself.";
    private static final Pattern VERSION = Pattern.compile("openjp2 library v([0-9][0-9.]*[0-9])");
    private static final Pattern REMARK = Pattern.compile("\\[(WARNING|ERROR)\\] *([^\\n]*)");
    private static final int MOST_REMARKS = 20;

    private static final long VERSION_MILLIS = 10_000;
    private static final long MEGABYTE = 1L << 20;
    private static final long PROGRAM_MEMORY = 256 * MEGABYTE;
    /** A sample is kept in four bytes, in the tile and in the image; measured, one of the two is enough. */
    private static final long BYTES_A_SAMPLE = 8;

    private static final long LEAST_A_SAMPLE = 4;
    /** What it says when it is given no more. */
    private static final Pattern NO_MEMORY =
            Pattern.compile("memory|malloc|exceeds system limits|failed to decode image", Pattern.CASE_INSENSITIVE);

    /** A palette makes up to so many channels more out of one. */
    private static final int MORE_CHANNELS = 3;

    private String version;

    /**
     * What a run gave.
     *
     * @param image the page as a TIFF; null when it could not be decoded
     * @param remarks the program's warnings and errors
     */
    public record Decompressed(Path image, List<String> remarks) {
        public Decompressed {
            remarks = List.copyOf(remarks);
        }
    }

    /** Where the program is on this machine's path; null when it is not. */
    public static Path installed(String path) {
        for (String folder : path == null ? new String[0] : path.split(File.pathSeparator)) {
            Path program = Path.of(folder).resolve(PROGRAM);
            if (!folder.isEmpty() && Files.isExecutable(program)) {
                return program.toAbsolutePath();
            }
        }
        return null;
    }

    private static Path program() throws Task.MissingToolException {
        Path program = installed(System.getenv("PATH"));
        if (program == null) {
            throw new Task.MissingToolException(MISSING);
        }
        return program;
    }

    /**
     * Its version, as it says itself.
     *
     * @throws Task.UndoneException when it is not installed
     */
    public String version(Path folder) throws IOException, Task.UndoneException {
        if (version == null) {
            BoundedProgram.Bounds bounds = new BoundedProgram.Bounds(VERSION_MILLIS, PROGRAM_MEMORY, MEGABYTE);
            Matcher said = VERSION.matcher(BoundedProgram.run(List.of(program().toString(), "-h"), folder, bounds)
                    .words());
            version = said.find() ? said.group(1) : "unknown";
        }
        return version;
    }

    /**
     * Decodes a file whose size is within limits.
     *
     * @param folder an empty one, for what is written
     * @throws Task.UndoneException when the program is not installed, or time was over
     * @throws WorkerFailureException when it was killed, or could not write
     * @throws OutOfMemoryError when it takes more memory than is left to this worker
     */
    public Decompressed decompress(Path file, Jpeg2000Layout.Codestream size, Path folder, Allowance allowance)
            throws IOException, Task.UndoneException {
        long pixels = size.extent().pixels();
        long samples = pixels * (size.bits().size() + MORE_CHANNELS);
        Path image = folder.resolve("page.tif");
        List<String> command = new ArrayList<>(
                List.of(program().toString(), "-i", file.toAbsolutePath().toString(), "-o", image.toString()));
        command.addAll(options(size));
        long most = PROGRAM_MEMORY + BYTES_A_SAMPLE * samples;
        long memory = MemoryLeft.bound(LEAST_A_SAMPLE * pixels * size.bits().size(), most);
        BoundedProgram.Bounds bounds =
                new BoundedProgram.Bounds(allowance.millis("decoding JPEG 2000"), memory, MEGABYTE + 2 * samples);
        BoundedProgram.Ended ended = BoundedProgram.run(command, folder, bounds);
        if (memory < most
                && ended.status() != 0
                && NO_MEMORY.matcher(ended.words()).find()) {
            throw MemoryLeft.exhausted("it takes more than the " + memory / MEGABYTE + " MB left for that");
        }
        Fault.refuseOwn(PROGRAM, ended, image, bounds.written());
        boolean done = ended.status() == 0 && Files.exists(image);
        List<String> remarks = remarks(ended, done);
        return new Decompressed(done ? image : null, remarks);
    }

    /** Depths that a TIFF need not be able to hold are scaled to 8 or 16 bits. */
    private static List<String> options(Jpeg2000Layout.Codestream size) {
        List<String> options = new ArrayList<>();
        int deepest = size.bits().stream().mapToInt(bits -> bits).max().orElse(1);
        int wanted = deepest == 1 ? 1 : deepest <= 8 ? 8 : 16;
        if (size.bits().stream().anyMatch(bits -> bits != wanted)) {
            options.addAll(List.of("-p", wanted + "S"));
        }
        if (size.subsampled()) {
            options.add("-upsample");
        }
        return options;
    }

    private static List<String> remarks(BoundedProgram.Ended ended, boolean done) {
        List<String> remarks = new ArrayList<>();
        Matcher said = REMARK.matcher(ended.words());
        while (said.find() && remarks.size() < MOST_REMARKS) {
            String remark = Plain.line(said.group(2));
            if (remark != null && !remarks.contains(remark)) {
                remarks.add(remark);
            }
        }
        if (remarks.isEmpty() && !done) {
            remarks.add(PROGRAM + " ended with status " + ended.status() + " and wrote nothing");
        }
        return remarks;
    }
}
