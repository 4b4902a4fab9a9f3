package org.colophon.worker.image.raster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.colophon.worker.image.layout.Format;
import org.junit.jupiter.api.Test;

/** Which readers may touch a scan. */
class ReadersTest {
    @Test
    void onlyKnownReadersAreLeft() throws IOException {
        assertThat(Readers.forFormat(Format.TIFF).getClass().getName()).startsWith("com.twelvemonkeys");
        assertThat(Readers.forFormat(Format.JPEG).getClass().getName()).startsWith("com.twelvemonkeys");
        assertThat(Readers.forFormat(Format.PNG).getClass().getName()).startsWith("com.sun");
        assertThat(Readers.forFormat(Format.GIF).getClass().getName()).startsWith("com.sun");
        assertThat(Readers.forFormat(Format.BMP).getClass().getName()).startsWith("com.sun");
        assertThat(Readers.forFormat(Format.WEBP).getClass().getName()).startsWith("com.twelvemonkeys");
        assertThat(Readers.all().stream().map(reader -> reader.getClass().getSimpleName()))
                .containsOnlyOnce("TIFFImageReaderSpi", "PNGImageReaderSpi")
                .doesNotContain("WBMPImageReaderSpi", "BigTIFFImageReaderSpi");
    }
}
