package org.colophon.worker.image.identify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import uk.gov.nationalarchives.droid.core.BinarySignatureIdentifier;
import uk.gov.nationalarchives.droid.core.SignatureParseException;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResult;
import uk.gov.nationalarchives.droid.core.interfaces.IdentificationResultCollection;
import uk.gov.nationalarchives.droid.core.interfaces.RequestIdentifier;
import uk.gov.nationalarchives.droid.core.interfaces.resource.FileSystemIdentificationRequest;
import uk.gov.nationalarchives.droid.core.interfaces.resource.RequestMetaData;

/** PRONOM identification by DROID's binary signatures, of both ends of a file. Made once: it takes about a second. */
public final class Droid {
    /** System property that names another signature file than the one in the jar. */
    public static final String SIGNATURES = "colophon.droid.signatures";

    private static final String BUNDLED = "DROID_SignatureFile_V100.xml";
    private static final long SCAN = 64 * 1024;

    private final BinarySignatureIdentifier signatures = new BinarySignatureIdentifier();

    /**
     * One match.
     *
     * @param puid PRONOM unique identifier, e.g. {@code fmt/353}
     * @param version version of the format, or null
     * @param mime media types of the format, comma-separated; may be empty
     */
    public record Match(String puid, String name, String version, String mime) {}

    /** Loads the signatures. */
    public Droid() throws IOException {
        String named = System.getProperty(SIGNATURES);
        Path file = named == null ? unpacked() : Path.of(named);
        try {
            signatures.setSignatureFile(file.toString());
            signatures.init();
            signatures.setMaxBytesToScan(SCAN);
        } catch (SignatureParseException e) {
            throw new IOException(
                    "The DROID signature file " + file + " cannot be read: name another with -D" + SIGNATURES, e);
        } finally {
            if (named == null) {
                Files.delete(file);
            }
        }
    }

    /** Version of the signature file, e.g. {@code 100}. */
    public String signatureVersion() {
        return signatures.getSigFile().getVersion();
    }

    /** All formats that match and that no other match outranks; empty when PRONOM knows none. */
    public List<Match> identify(Path file) throws IOException {
        RequestMetaData about = new RequestMetaData(
                Files.size(file), Files.getLastModifiedTime(file).toMillis(), "page");
        RequestIdentifier id = new RequestIdentifier(file.toUri());
        id.setParentId(1L);
        try (FileSystemIdentificationRequest request = new FileSystemIdentificationRequest(about, id)) {
            request.open(file);
            IdentificationResultCollection hits = signatures.matchBinarySignatures(request);
            signatures.removeLowerPriorityHits(hits);
            return hits.getResults().stream().map(Droid::match).toList();
        }
    }

    private static Match match(IdentificationResult hit) {
        String version = hit.getVersion() == null || hit.getVersion().isBlank() ? null : hit.getVersion();
        return new Match(hit.getPuid(), hit.getName(), version, hit.getMimeType() == null ? "" : hit.getMimeType());
    }

    private static Path unpacked() throws IOException {
        Path file = Files.createTempFile("signatures", ".xml");
        try (InputStream in = Droid.class.getResourceAsStream(BUNDLED)) {
            if (in == null) {
                throw new IOException("the worker was built without " + BUNDLED + ": name one with -D" + SIGNATURES);
            }
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        return file;
    }
}
