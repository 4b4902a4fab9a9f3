package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PDF that says it is PDF/A is held to it. */
class PdfAClaimTest {
    private static final byte[] JPEG = Scans.jpeg(Scans.page(60, 80, java.awt.image.BufferedImage.TYPE_BYTE_GRAY));

    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private static List<Check> verdicts(Result.Examination examination) {
        return examination.checks().stream()
                .filter(check -> check.agent().equals("veraPDF"))
                .toList();
    }

    @Test
    void whatClaimsNothingIsNotJudged() throws IOException {
        Result.Examination examination = scans.examine(PdfScans.oneJpeg(JPEG, 100, 100), "pdf");
        assertThat(verdicts(examination)).isEmpty();
        assertThat(examination.checks()).anySatisfy(check -> {
            assertThat(check.type()).isEqualTo("validation");
            assertThat(check.detail()).isEqualTo("claims no PDF/A");
        });
    }

    @Test
    void aClaimThatDoesNotHoldIsNotedWithTheRule() throws IOException {
        Result.Examination examination = scans.examine(PdfScans.claiming(JPEG, "2", "B"), 1, "pdf");
        assertThat(Examining.rejects(examination)).isEmpty();
        assertThat(verdicts(examination)).singleElement().satisfies(check -> {
            assertThat(check.outcome()).isEqualTo(Check.Outcome.WARNING);
            assertThat(check.agentVersion()).isEqualTo("1.30.2");
            assertThat(check.detail()).startsWith("PDF/A-2b is claimed, and is not: rule 6.");
        });
        assertThat(examination.findings())
                .filteredOn(finding -> finding.rule().equals("pdf-a"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Finding.Level.NOTE);
                    assertThat(finding.text()).contains("PDF/A-2b", "veraPDF", "rule 6.");
                });
    }

    @Test
    void aPartThatThereIsNotCannotBeJudged() throws IOException {
        Result.Examination examination = scans.examine(PdfScans.claiming(JPEG, "77", "B"), "pdf");
        assertThat(Examining.rejects(examination)).isEmpty();
        assertThat(verdicts(examination)).singleElement().satisfies(check -> assertThat(check.detail())
                .contains("PDF/A-77b is claimed; could not judge"));
    }
}
