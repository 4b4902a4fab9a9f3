package org.colophon.intake;

import java.nio.file.Path;
import org.colophon.item.ColophonException;
import org.colophon.item.Note;
import org.colophon.item.SourcePath;

/** A path that was named on the command line leads nowhere, or cannot be listed. */
public final class NothingThereException extends ColophonException {
    private static final long serialVersionUID = 1L;

    NothingThereException(Path path, String why, Throwable cause) {
        super(Note.oneLine(SourcePath.of(path).display()) + ": " + why + "; name a scan, or a folder of scans", cause);
    }
}
