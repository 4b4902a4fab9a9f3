package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each format in each variant: identified, measured, decoded to what was drawn; the table of the docs. */
class FormatsTableTest {
    private static final List<String> HEAD =
            List.of("| format and variant | identified as | decoded with | facts | verdict |", "|---|---|---|---|---|");

    @TempDir
    Path folder;

    private String examined(Variant variant) throws IOException {
        Path own = Files.createTempDirectory(folder, "variant");
        Examining scans = new Examining(own);
        Path file = Files.write(own.resolve("scan"), variant.bytes().bytes());
        Terms terms = new Terms(variant.taking(), 100);
        Result.Examination examination = scans.examine(file, 0, variant.extension(), terms);
        assertThat(Examining.rules(examination))
                .as(variant.name() + examination.findings())
                .isEqualTo(variant.rules());
        assertThat(examination.identification().mime()).as(variant.name()).startsWith(variant.mime());
        String facts = Variant.facts(examination.facts());
        assertThat(facts).as(variant.name()).isEqualTo(variant.facts() == null ? "–" : variant.facts());
        if (variant.drawn() != null) {
            Format format = Format.valueOf(variant.name().startsWith("PNG") ? "PNG" : "TIFF");
            assertSame(variant, variant.drawn(), Rasters.read(file, format).getRaster());
        }
        if (variant.seen() != null) {
            Path page = scans.outputs().resolve("page.png");
            BufferedImage image = Files.exists(page) ? Rasters.read(page) : Rasters.read(file, Format.TIFF);
            assertThat(Rasters.differences(image, variant.seen()))
                    .as(variant.name())
                    .isZero();
        }
        if (!examination.refused() && examination.facts() != null) {
            assertThat(scans.outputs().resolve("reading.jpg")).isNotEmptyFile();
        }
        return variant.row(examination);
    }

    private static void assertSame(Variant variant, Raster drawn, Raster decoded) {
        assertThat(decoded.getNumBands()).as(variant.name()).isEqualTo(drawn.getNumBands());
        int[] one = drawn.getPixels(0, 0, drawn.getWidth(), drawn.getHeight(), (int[]) null);
        int[] other = decoded.getPixels(0, 0, drawn.getWidth(), drawn.getHeight(), (int[]) null);
        assertThat(other).as(variant.name()).isEqualTo(one);
    }

    private void table(String name, Stream<Variant> variants) throws IOException {
        List<String> lines = new ArrayList<>(HEAD);
        List<String> wrong = new ArrayList<>();
        variants.forEach(variant -> {
            try {
                lines.add(examined(variant));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (AssertionError e) {
                wrong.add(variant.name() + ": " + e.getMessage());
            }
        });
        assertThat(wrong).isEmpty();
        FormatsPage.write(name, lines);
    }

    @Test
    void tiff() throws IOException {
        table("tiff", TiffVariants.all());
    }

    @Test
    void jpegAndPng() throws IOException {
        table("jpeg and png", Stream.concat(OtherVariants.jpeg(), OtherVariants.png()));
    }

    @Test
    void pdf() throws IOException {
        table("pdf", OtherVariants.pdf());
    }

    @Test
    void jpeg2000() throws IOException {
        Jpeg2000Scans.assumeInstalled();
        table("jpeg 2000", OtherVariants.jpeg2000());
    }

    @Test
    void whatIsTakenWhereNamed() throws IOException {
        table("where named", OtherVariants.whereNamed());
    }
}
