package org.colophon.wholeway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The program's classes as the virtual machine has them once it has read them, kept from one start of it to the next. The
 * tests start it some two hundred times, and most of what a short life costs is reading and compiling.
 */
final class ClassArchive {
    /** Compiled quickly rather than well: no process of the tests lives long enough to earn the rest. */
    private static final String QUICKLY = "-XX:TieredStopAtLevel=1";

    private static final Path TARGET = Path.of("target").toAbsolutePath();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private ClassArchive() {}

    /** What to start the program with; makes the archive, unless it is there or another is at it. */
    static synchronized String options() {
        try {
            Path archive = TARGET.resolve("classes-" + key() + ".jsa");
            if (!Files.exists(archive)) {
                make(archive);
            }
            boolean usable = Files.exists(archive) && !archive.toString().contains(" ");
            return usable ? QUICKLY + " -XX:SharedArchiveFile=" + archive : QUICKLY;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An archive is good for one virtual machine and one class path, to the very files. */
    private static String key() throws IOException {
        try (Stream<Path> libraries = Files.list(TARGET.resolve("colophon").resolve("lib"))) {
            String all = libraries.sorted().map(ClassArchive::stamp).collect(Collectors.joining("\n"));
            String machine = System.getProperty("java.home") + System.getProperty("java.vm.version");
            return Digests.sha256((machine + all).getBytes(StandardCharsets.UTF_8))
                    .substring(0, 12);
        }
    }

    private static String stamp(Path library) {
        try {
            return library + " " + Files.size(library) + " " + Files.getLastModifiedTime(library);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path archive) throws IOException {
        try (FileChannel channel = FileChannel.open(
                        TARGET.resolve("classes.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine == null || Files.exists(archive)) {
                return;
            }
            Path folder = Files.createTempDirectory("classes");
            Path made = folder.resolve("classes.jsa");
            Program program = Program.with(
                    QUICKLY + " -XX:ArchiveClassesAtExit=" + made, folder.resolve("home"), "--set", "web.port=0");
            Process service = program.start("run");
            Program.await(
                    "the service whose classes are kept",
                    LONGEST,
                    () -> !service.isAlive() || Files.exists(program.home().resolve("run.json")));
            Program.stop(service);
            if (Files.exists(made)) {
                Files.move(made, archive, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
