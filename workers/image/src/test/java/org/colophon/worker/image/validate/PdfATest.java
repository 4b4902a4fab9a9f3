package org.colophon.worker.image.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.colophon.worker.image.Allowance;
import org.colophon.worker.protocol.Limits;
import org.colophon.worker.protocol.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** veraPDF, and the time it is given. */
class PdfATest {
    @TempDir
    Path folder;

    private Path empty() throws IOException {
        String packet = "<?xpacket begin='' id='W5M0MpCehiHzreSzNTczkc9d'?><x:xmpmeta xmlns:x='adobe:ns:meta/'>"
                + "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
                + "<rdf:Description rdf:about='' xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'"
                + " pdfaid:part='2' pdfaid:conformance='B'/></rdf:RDF></x:xmpmeta><?xpacket end='w'?>";
        Path file = folder.resolve("empty.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage(new PDRectangle(100, 100)));
            PDMetadata metadata = new PDMetadata(document);
            metadata.importXMPMetadata(packet.getBytes(StandardCharsets.UTF_8));
            document.getDocumentCatalog().setMetadata(metadata);
            document.save(file.toFile());
        }
        return file;
    }

    @Test
    void aClaimThatHoldsIsConfirmed() throws IOException, Task.UndoneException {
        assertThat(PdfA.judge(empty(), Allowance.of(new Limits(1, 120_000))))
                .isEqualTo(new PdfA.Judgement("PDF/A-2b", List.of(), null));
    }

    @Test
    void whatTakesTooLongIsLeftUnjudged() throws IOException, Task.UndoneException {
        PdfA.Judgement judgement = PdfA.judge(empty(), "PDF/A-2b", 1);
        assertThat(judgement.broken()).isNull();
        assertThat(judgement.problem()).contains("it took more than");
    }
}
