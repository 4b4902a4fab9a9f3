package org.colophon.adapter.workers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** How to start unruly workers. */
final class UnrulyKind {
    private UnrulyKind() {}

    /**
     * Packs the unruly worker into a jar of its own.
     *
     * @param folder where the jar goes
     * @param pagesEach pages after which a process is replaced
     */
    static WorkerKind in(Path folder, int processes, int pagesEach) throws IOException {
        Path library = Files.createDirectory(folder.resolve("lib"));
        String name = UnrulyWorker.class.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(library.resolve("unruly.jar")));
                InputStream code = UnrulyWorker.class.getClassLoader().getResourceAsStream(name)) {
            jar.putNextEntry(new JarEntry(name));
            code.transferTo(jar);
        }
        return new WorkerKind(
                "unruly",
                library,
                UnrulyWorker.class.getName(),
                List.of(),
                2_000L << 20,
                300L << 20,
                processes,
                pagesEach);
    }
}
