package org.colophon.worker.image;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is written while a scan is decoded. What fails here is a {@link WorkerFailureException}: a disk without
 * room must not be read as damage of the scan.
 */
public final class OutputFile extends OutputStream {
    private final OutputStream out;

    private OutputFile(OutputStream out) {
        this.out = out;
    }

    /** Opens a file, which is emptied when it is there already. */
    public static OutputFile create(Path file) throws WorkerFailureException {
        try {
            return new OutputFile(Files.newOutputStream(file));
        } catch (IOException e) {
            throw WorkerFailureException.of(e);
        }
    }

    @Override
    public void write(int value) throws WorkerFailureException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws WorkerFailureException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw WorkerFailureException.of(e);
        }
    }

    @Override
    public void close() throws WorkerFailureException {
        try {
            out.close();
        } catch (IOException e) {
            throw WorkerFailureException.of(e);
        }
    }
}
