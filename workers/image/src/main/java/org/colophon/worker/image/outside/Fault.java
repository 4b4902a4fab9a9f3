package org.colophon.worker.image.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.colophon.worker.image.WorkerFailureException;
import org.colophon.worker.image.layout.Layouts;

/** Whose fault it is that a program left no whole image: the scan's, unless the machine stood in its way. */
final class Fault {
    /** Of a status: the shell adds the signal's number to it. */
    private static final int SIGNAL = 128;
    /** What OpenJPEG and libtiff say of a file that they could not write. */
    private static final Pattern NOT_WRITTEN =
            Pattern.compile("for writing|error writing|write error|no space left", Pattern.CASE_INSENSITIVE);

    private Fault() {}

    /**
     * Sees that a run ended by itself, and had room for what it wrote.
     *
     * @param program its name, for the sentence
     * @param image what it was to write
     * @param most bytes that may take
     * @throws WorkerFailureException when it was killed, or could not write
     */
    static void refuseOwn(String program, BoundedProgram.Ended ended, Path image, long most) throws IOException {
        if (ended.status() >= SIGNAL) {
            throw new WorkerFailureException(
                    program + " was killed by signal " + (ended.status() - SIGNAL) + " before it was done");
        }
        if (!whole(ended, image) && (NOT_WRITTEN.matcher(ended.words()).find() || crowded(image, most))) {
            throw new WorkerFailureException(program + " could not write its image to " + image.getParent()
                    + "; make room there (the folder of the workers' temporary files)");
        }
    }

    private static boolean whole(BoundedProgram.Ended ended, Path image) throws IOException {
        return ended.status() == 0
                && Files.exists(image)
                && Layouts.of(image, false).flaw() == null;
    }

    private static boolean crowded(Path image, long most) throws IOException {
        long written = Files.exists(image) ? Files.size(image) : 0;
        return Files.getFileStore(image.getParent()).getUsableSpace() < most - written;
    }
}
