package org.colophon.worker.image.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.colophon.worker.image.facts.Xmp;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.image.layout.PdfFile;

/** What a PDF says of itself in its XMP: whether it is PDF/A, and of which part (ISO 19005-1 §6.7.11). */
public final class Claim {
    private static final String SCHEMA = "{http://www.aiim.org/pdfa/ns/id/}";
    private static final int MOST = 1 << 20;

    private Claim() {}

    /** E.g. {@code PDF/A-2b}; null when it claims nothing of the kind. */
    public static String of(Path file) throws IOException {
        try (PdfFile pdf = PdfFile.open(file)) {
            PDMetadata metadata = pdf.document().getDocumentCatalog().getMetadata();
            if (metadata == null || Unpacked.exceeds(metadata, MOST)) {
                return null;
            }
            try (InputStream in = metadata.exportXMPMetadata()) {
                Map<String, String> found = Xmp.properties(new Blob(in.readNBytes(MOST)));
                String part = found.get(SCHEMA + "part");
                String conformance = found.getOrDefault(SCHEMA + "conformance", "");
                return part == null
                        ? null
                        : "PDF/A-" + part.strip() + conformance.strip().toLowerCase(Locale.ROOT);
            }
        }
    }
}
