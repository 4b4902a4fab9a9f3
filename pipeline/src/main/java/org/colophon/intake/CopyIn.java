package org.colophon.intake;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.colophon.item.FileSeen;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.item.Note;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Found;
import org.colophon.port.Workspace;

/**
 * Copies the files of an object into the workspace, hashing as they pass. A file is opened afresh, and looked at before
 * and after: what changed meanwhile was not whole, whatever its bytes.
 */
final class CopyIn {
    /** Digests the workspace takes of everything. */
    private static final Set<String> AT_FIRST_TOUCH = Set.of("SHA-512", "SHA-256");

    private final Sources sources;
    private final Workspace workspace;

    CopyIn(Sources sources, Workspace workspace) {
        this.sources = sources;
        this.workspace = workspace;
    }

    /**
     * A file in the workspace.
     *
     * @param digests by every algorithm a delivered checksum file may use, named as Java names them
     */
    record Copied(Found found, Fixity fixity, Map<String, String> digests) {}

    /** How a copy ended. */
    sealed interface Outcome {
        /** All files are in the workspace. */
        record All(List<Copied> copies) implements Outcome {}

        /** A file changed while it was read, or is gone. */
        record Changed(String name) implements Outcome {}

        /** Files that cannot be read: a sentence each. */
        record Unreadable(List<String> faults) implements Outcome {}
    }

    private static final class ChangedException extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Copies every file of the object, and the batch's metadata where there is one. */
    Outcome copy(Candidate candidate) {
        List<Found> files = new ArrayList<>(candidate.survey().files());
        Set<String> extra = new TreeSet<>();
        files.forEach(file -> ChecksumFile.algorithm(file.name()).ifPresent(extra::add));
        extra.removeAll(AT_FIRST_TOUCH);
        if (candidate.batchMetadata() != null) {
            files.add(candidate.batchMetadata());
        }
        List<Copied> copies = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        for (Found file : files) {
            try {
                copies.add(one(candidate.id(), file, extra));
            } catch (ChangedException | NoSuchFileException | FileNotFoundException e) {
                return new Outcome.Changed(file.name());
            } catch (IOException e) {
                faults.add(Note.oneLine(file.name()) + " cannot be read (" + why(e)
                        + "); give the account that runs Colophon the right to read it, or copy it again");
            }
        }
        if (!faults.isEmpty()) {
            return new Outcome.Unreadable(faults);
        }
        boolean same = sources.survey(candidate.survey().root())
                .fingerprint()
                .equals(candidate.survey().fingerprint());
        return same ? new Outcome.All(copies) : new Outcome.Changed("the folder");
    }

    private Copied one(ItemId item, Found file, Set<String> extra) throws IOException {
        unchanged(file);
        List<MessageDigest> digests = new ArrayList<>();
        try (InputStream source = sources.open(file.path())) {
            InputStream bytes = source;
            for (String algorithm : extra) {
                MessageDigest digest = MessageDigest.getInstance(algorithm);
                digests.add(digest);
                bytes = new DigestInputStream(bytes, digest);
            }
            Fixity fixity = workspace.copyIn(item, bytes);
            unchanged(file);
            if (fixity.size() != file.seen().size()) {
                throw new ChangedException();
            }
            Map<String, String> hashes = new HashMap<>();
            digests.forEach(
                    digest -> hashes.put(digest.getAlgorithm(), HexFormat.of().formatHex(digest.digest())));
            hashes.put("SHA-512", fixity.sha512());
            hashes.put("SHA-256", fixity.sha256());
            return new Copied(file, fixity, Map.copyOf(hashes));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5, SHA-1 and SHA-2", e);
        }
    }

    private void unchanged(Found file) throws IOException {
        FileSeen now = sources.look(file.path().getParent(), file.path());
        FileSeen then = file.seen();
        if (now.size() != then.size()
                || now.modified() != then.modified()
                || !now.key().equals(then.key())) {
            throw new ChangedException();
        }
    }

    private static String why(IOException e) {
        return e instanceof AccessDeniedException ? "permission denied" : String.valueOf(e.getMessage());
    }
}
