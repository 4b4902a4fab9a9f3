package org.colophon.worker.ocr;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * The native libraries and models inside the worker's jars, laid out in a folder where the engine finds them, so that
 * nothing need be installed. The libraries find each other by their own folder ({@code $ORIGIN}, {@code @loader_path}).
 */
final class Natives {
    private static final String[] MODELS = {"eng.traineddata", "osd.traineddata"};

    private Natives() {}

    /**
     * Lays out what is not yet there and points JNA at it; to be called before any native class is loaded. Several
     * processes may do this at once, in an empty folder too: each file comes into being whole, by a rename.
     *
     * @param folder where to; made when it does not exist
     * @return the folder of the bundled models
     */
    static Path install(Path folder) throws IOException {
        Path models = Files.createDirectories(folder.resolve("tessdata"));
        Platform platform = Platform.current();
        for (Platform.Library library : platform.libraries()) {
            String resource = "/org/bytedeco/" + library.module() + "/" + platform.name() + "/" + library.file();
            place(resource, folder.resolve(library.installed()));
            if (library.link() != null) {
                link(folder.resolve(library.link()), library.installed());
            }
        }
        for (String model : MODELS) {
            place("/tessdata/" + model, models.resolve(model));
        }
        System.setProperty("jna.library.path", folder.toAbsolutePath().toString());
        return models;
    }

    private static void place(String resource, Path target) throws IOException {
        URL bundled = Natives.class.getResource(resource);
        if (bundled == null) {
            throw new FileNotFoundException("the worker's class path lacks " + resource);
        }
        long size = bundled.openConnection().getContentLengthLong();
        if (isThere(target, size)) {
            return;
        }
        Path draft =
                Files.createTempFile(target.getParent(), target.getFileName().toString(), ".part");
        try (InputStream in = bundled.openStream()) {
            Files.copy(in, draft, StandardCopyOption.REPLACE_EXISTING);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            // Windows does not replace a library that another worker, quicker than this one, has already loaded.
            if (!isThere(target, size)) {
                throw e;
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean isThere(Path file, long size) throws IOException {
        return Files.isRegularFile(file) && Files.size(file) == size;
    }

    private static void link(Path link, String target) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try {
            Files.createSymbolicLink(link, Path.of(target));
        } catch (FileAlreadyExistsException e) {
            // Another worker was quicker; its link is the same.
            return;
        }
    }
}
