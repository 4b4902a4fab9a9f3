package org.colophon.preserve.describe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.colophon.item.text.Xml;
import org.colophon.preserve.Schemas;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.ImageFacts.Capture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The technical metadata of every kind of page are valid MIX 2.0, whatever a file leaves out or says of itself. */
class MixTest {
    private static final Capture NOBODY = new Capture(null, null, null, null);
    private static final Capture SCANNER =
            new Capture("Zeutschel & Söhne", "OS <14000>", "OmniScan \u0007 12", "2026-11-23T10:20:30");

    @TempDir
    Path folder;

    static Stream<ImageFacts> facts() {
        return Stream.of(
                facts(List.of(8, 8, 8), "RGB", "Uncompressed", "little endian", 300.0, "in.", "sRGB", 0, SCANNER),
                facts(List.of(1), "WhiteIsZero", "CCITT Group 4", "big endian", null, null, null, 0, NOBODY),
                facts(List.of(16), "BlackIsZero", "LZW", "big endian", 118.11, "cm", "Gray Gamma 2.2", 0, NOBODY),
                facts(List.of(8), "PaletteColor", "PackBits", "little endian", 72.0, "in.", null, 0, NOBODY),
                facts(List.of(8, 8, 8, 8), "CMYK", "JPEG", null, 300.0, "in.", "Coated FOGRA39", 0, SCANNER),
                facts(List.of(8, 8, 8, 8), "RGB", "Deflate", null, null, null, null, 1, NOBODY),
                facts(List.of(8, 8, 8), "YCbCr", "JPEG", null, null, "no absolute unit of measurement", null, 0, null),
                facts(
                        List.of(12, 12, 12),
                        "RGB",
                        "JPEG 2000 Lossless",
                        null,
                        400.5,
                        "in.",
                        "\u0000\ud800lies",
                        0,
                        NOBODY),
                facts(List.of(), null, "unknown (34712)", null, null, null, null, 0, NOBODY));
    }

    private static ImageFacts facts(
            List<Integer> bits,
            String photometric,
            String compression,
            String byteOrder,
            Double dpi,
            String unit,
            String icc,
            int extra,
            Capture capture) {
        return new ImageFacts(
                2480, 3508, 6, bits, photometric, compression, byteOrder, dpi, dpi, unit, icc, extra, capture);
    }

    @ParameterizedTest
    @MethodSource("facts")
    void itIsValid(ImageFacts facts) throws Exception {
        assumeThat(Schemas.present()).as("the schemas lie beside the project").isTrue();
        Path file = folder.resolve("mix.xml");
        try (OutputStream out = Files.newOutputStream(file)) {
            Xml.write(out, xml -> Mix.write(xml, facts, new Identification("fmt/353", "TIFF", null, "image/tiff")));
        }
        assertThat(Schemas.problems(file)).isEmpty();
    }
}
