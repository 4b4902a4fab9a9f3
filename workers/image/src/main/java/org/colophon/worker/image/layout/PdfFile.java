package org.colophon.worker.image.layout;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** A PDF that is open; read from disk through small buffers, decoded streams in temporary files. */
public final class PdfFile implements Closeable {
    /** Pages of a document that are looked at. */
    static final int MOST_PAGES = 10_000;

    private final RandomAccessRead source;
    private final PDDocument document;

    private PdfFile(RandomAccessRead source, PDDocument document) {
        this.source = source;
        this.document = document;
    }

    /**
     * Opens a PDF.
     *
     * @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException when it asks for a password
     */
    public static PdfFile open(Path file) throws IOException {
        RandomAccessRead source = new RandomAccessReadBufferedFile(file.toFile());
        try {
            return new PdfFile(source, Loader.loadPDF(source, IOUtils.createTempFileOnlyStreamCache()));
        } catch (IOException | RuntimeException | StackOverflowError e) {
            source.close();
            throw e;
        }
    }

    /** The document. */
    public PDDocument document() {
        return document;
    }

    /** Pages as they can be walked to: the number that the page tree states may be any. One more than the most ends it. */
    public int pages() throws IOException {
        int pages = 0;
        for (PDPage page : document.getPages()) {
            if (page == null) {
                throw new IOException("page " + (pages + 1) + " is nothing");
            }
            if (++pages > MOST_PAGES) {
                return pages;
            }
        }
        return pages;
    }

    /** The page at an index, found by walking; null when there are fewer. */
    public PDPage page(int index) {
        int at = 0;
        for (PDPage page : document.getPages()) {
            if (at++ == index) {
                return page;
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        try (source) {
            document.close();
        }
    }
}
