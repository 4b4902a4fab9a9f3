package org.colophon.worker.image.layout;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * The ends of a PDF and its number of pages.
 *
 * @param locked whether it does not open without a password
 */
public record PdfLayout(int pages, boolean locked, Flaw flaw) implements Layout {
    private static final int TAIL = 4096;

    @Override
    public Format format() {
        return Format.PDF;
    }

    /** Reads both ends by hand, because PDFBox mends a cut-off file silently; the pages by PDFBox. */
    static PdfLayout read(FileBytes bytes, Path file) throws IOException {
        Flaw flaw = ends(bytes);
        if (flaw != null) {
            return new PdfLayout(1, false, flaw);
        }
        try (PdfFile pdf = PdfFile.open(file)) {
            int pages = pdf.pages();
            if (pages > PdfFile.MOST_PAGES) {
                return new PdfLayout(1, false, Flaw.tooManyPages(PdfFile.MOST_PAGES));
            }
            return pages == 0
                    ? new PdfLayout(1, false, Flaw.damaged("it holds no page"))
                    : new PdfLayout(pages, false, null);
        } catch (InvalidPasswordException e) {
            return new PdfLayout(1, true, null);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // PDFBox throws unchecked at broken object trees, and recurses as deep as they go
            return new PdfLayout(1, false, Flaw.damaged("its pages cannot be listed"));
        }
    }

    private static Flaw ends(FileBytes bytes) throws IOException {
        int length = (int) Math.min(TAIL, bytes.length());
        String tail = new String(bytes.copy(bytes.length() - length, length), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf("%%EOF");
        if (end < 0) {
            return Flaw.truncated("the end mark of the PDF (%%EOF) is missing");
        }
        int start = tail.lastIndexOf("startxref", end);
        if (start < 0) {
            return Flaw.damaged("the PDF does not say where its table of contents is (startxref)");
        }
        String offset = tail.substring(start + "startxref".length(), end).strip();
        if (!offset.matches("[0-9]{1,18}") || Long.parseLong(offset) >= bytes.length()) {
            return Flaw.truncated("the table of contents of the PDF would lie beyond its end");
        }
        return null;
    }
}
