package org.colophon.port;

import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;

/** The forked workers: the only place where a stranger's bytes are parsed. Calls block; they may be interrupted. */
public interface Workers {

    /** Is the file structurally whole, and how many pages has it? The path may hold any bytes. */
    WorkerReply<Result.Inspection> inspect(Path file, String extension);

    /**
     * Identify, check, measure and derive one page.
     *
     * @param outputs an existing empty folder
     * @param terms what may be looked at, and how
     */
    WorkerReply<Result.Examination> examine(Path file, int index, String extension, Path outputs, Terms terms);

    /**
     * Which way up is a page?
     *
     * @param orientation 1 to 8, as it is tagged; the answer is meant from there
     */
    WorkerReply<Result.Orientation> orient(Path image, int index, int orientation);

    /**
     * Read one page.
     *
     * @param orientation 1 to 8, how to turn the stored raster
     * @param dpi 0 when unknown
     * @param models from {@link #languages}
     */
    WorkerReply<PageText> recognize(Path image, int index, int orientation, int dpi, List<String> models);

    /** Which installed models read texts in these languages, and what is missing. */
    LanguageChoice languages(List<String> tags);

    /** How a call to a worker ended. */
    sealed interface WorkerReply<T> {
        /** It gave this. */
        record Done<T>(T result) implements WorkerReply<T> {}

        /** The input is at fault. */
        record Refused<T>(String reason) implements WorkerReply<T> {}

        /** The worker died, hung, or failed. */
        record Failed<T>(String detail) implements WorkerReply<T> {}
    }

    /**
     * Models for languages.
     *
     * @param models Tesseract names of installed models, in order; empty when none of those asked for is installed
     * @param missing a sentence a missing language: which, and how to install it
     */
    record LanguageChoice(List<String> models, List<String> missing) {
        public LanguageChoice {
            models = List.copyOf(models);
            missing = List.copyOf(missing);
        }
    }
}
