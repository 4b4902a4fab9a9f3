package org.colophon.cli;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.colophon.app.Distribution;
import org.colophon.app.Home;
import org.colophon.app.Roles;
import org.colophon.app.StartRefusedException;
import org.colophon.app.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The service on a fresh home, with the sample scans dropped. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "The service on a fresh home with the sample scans dropped into its inbox. Ctrl-C ends it.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Override
    public Integer call() {
        Home home = fresh(options.home());
        Settings settings = options.settings(home, "inbox.quiet=3s", "inbox.every=1s", "inbox.give-up=10s");
        home.prepare();
        Path inbox = settings.collections().get(0).inbox();
        int objects = drop(Distribution.current().samples(), inbox);
        spec.commandLine().getOut().println(objects + " objects lie in " + inbox);
        String also = "Settled folders are in " + home.done() + " and " + home.rejected() + "; packages in "
                + home.store().resolve("colophon-archive");
        return RunCommand.serve(home, settings, Roles.all(), spec.commandLine().getOut(), also);
    }

    /** The home that was named if nothing is in it yet, else the first of its name with a number. */
    private static Home fresh(Home named) {
        for (int n = 1; n < 1_000; n++) {
            Home home = n == 1 ? named : Home.at(Path.of(named.folder() + "-" + n));
            if (!Files.exists(home.folder()) || isEmpty(home.folder())) {
                return home;
            }
        }
        throw new StartRefusedException("no fresh home beside " + named.folder() + ": name one with --home");
    }

    private static boolean isEmpty(Path folder) {
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        } catch (IOException e) {
            throw new StartRefusedException(folder + " cannot be used as a home: " + e.getMessage(), e);
        }
    }

    private static int drop(Path samples, Path inbox) {
        try (Stream<Path> objects = Files.list(samples)) {
            List<Path> folders = objects.filter(Files::isDirectory).sorted().toList();
            for (Path folder : folders) {
                copy(folder, inbox.resolve(folder.getFileName()));
            }
            return folders.size();
        } catch (IOException e) {
            throw new StartRefusedException("the sample scans could not be dropped: " + e.getMessage(), e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes at) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder).toString()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes at) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
