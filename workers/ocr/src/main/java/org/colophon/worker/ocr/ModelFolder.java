package org.colophon.worker.ocr;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.Tessdata;

/**
 * A folder with links to the chosen models: an engine loads all its languages from one folder, but they may lie in
 * several.
 */
final class ModelFolder {
    private final Tessdata tessdata;
    private final Path bundled;
    private final Path folder;

    /**
     * @param tessdata where models are looked for
     * @param bundled where the worker's own models lie
     * @param folder an existing folder of this process alone
     */
    ModelFolder(Tessdata tessdata, Path bundled, Path folder) {
        this.tessdata = tessdata;
        this.bundled = bundled;
        this.folder = folder;
    }

    /**
     * The folder, holding these models under these names.
     *
     * @throws MissingModelException when one is nowhere to be found
     */
    Path with(List<String> models) throws IOException {
        for (String model : models) {
            link(model, find(model).orElseThrow(() -> new MissingModelException(tessdata.explainMissing(model))));
            // Models of scripts that are also written downwards ask for this one by themselves.
            Optional<Path> vertical = find(model + "_vert");
            if (vertical.isPresent()) {
                link(model + "_vert", vertical.get());
            }
        }
        return folder;
    }

    /** Whether there is such a model. */
    boolean has(String model) {
        return find(model).isPresent();
    }

    private Optional<Path> find(String model) {
        return tessdata.find(model)
                .or(() -> Tessdata.BUNDLED.contains(model)
                        ? Optional.of(bundled.resolve(model + ".traineddata"))
                        : Optional.empty());
    }

    private void link(String model, Path file) throws IOException {
        Path link = folder.resolve(model + ".traineddata");
        if (Files.exists(link)) {
            return;
        }
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        try {
            Files.createSymbolicLink(link, file.toAbsolutePath());
        } catch (FileSystemException | UnsupportedOperationException e) {
            // Windows allows links only to the privileged.
            Files.copy(file, link);
        }
    }
}
