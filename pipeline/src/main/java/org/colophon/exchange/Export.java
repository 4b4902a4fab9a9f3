package org.colophon.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.item.ColophonException;
import org.colophon.item.Item;
import org.colophon.port.Archive;

/** Writes what lies in the archive into a folder. */
public final class Export {

    /** What is written. */
    public enum Form {
        /** The E-ARK package of the newest version, in a folder named as its METS OBJID. */
        PACKAGE,
        /** The stored OCFL object as it lies, with every version. */
        OCFL
    }

    private final Archive archive;

    /** @param archive where the packages lie */
    public Export(Archive archive) {
        this.archive = archive;
    }

    /**
     * Writes an item into {@code folder/name}.
     *
     * @return the folder written
     * @throws ExportRefusedException when nothing was deposited, or the target is taken
     */
    public Path export(Item item, Path folder, Form form) {
        if (item.version() == 0) {
            throw new ExportRefusedException(
                    "item " + item.id() + " is " + item.state().spelling()
                            + ": nothing of it lies in the archive yet, so there is nothing to export",
                    null);
        }
        Path target = folder.resolve(item.id().name());
        if (Files.exists(target)) {
            throw new ExportRefusedException(target + " is there already: name another folder with --to", null);
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ExportRefusedException(folder + " could not be made: " + e.getMessage(), e);
        }
        switch (form) {
            case PACKAGE -> archive.exportPackage(item.ark(), item.version(), target);
            case OCFL -> archive.exportObject(item.ark(), target);
        }
        return target;
    }

    /** The item cannot be exported as asked. */
    public static final class ExportRefusedException extends ColophonException {
        private static final long serialVersionUID = 1L;

        ExportRefusedException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
