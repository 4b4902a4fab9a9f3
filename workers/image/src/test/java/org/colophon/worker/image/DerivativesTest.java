package org.colophon.worker.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Result;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Thumbnail and reading image. */
class DerivativesTest {
    @TempDir
    Path folder;

    private Examining scans;

    @BeforeEach
    void begin() {
        scans = new Examining(folder);
    }

    private BufferedImage reading(byte[] scan, String extension) throws IOException {
        Result.Examination examination = scans.examine(scan, extension);
        assertThat(Examining.rejects(examination)).isEmpty();
        Derived reading = Examining.derived(examination, Derived.Role.READING);
        BufferedImage image = Rasters.read(scans.outputs().resolve(reading.file()));
        assertThat(image.getWidth()).isEqualTo(reading.width());
        assertThat(image.getHeight()).isEqualTo(reading.height());
        return image;
    }

    @Test
    void aLargePageIsScaledDown() throws IOException {
        BufferedImage reading = reading(Scans.jpeg(Scans.colour(2400, 3200)), "jpg");
        assertThat(reading.getWidth()).isEqualTo(1600);
        assertThat(reading.getHeight()).isEqualTo(2133);
        BufferedImage thumbnail = Rasters.read(scans.outputs().resolve("thumbnail.jpg"));
        assertThat(thumbnail.getWidth()).isEqualTo(300);
        assertThat(thumbnail.getHeight()).isEqualTo(400);
    }

    @Test
    void aSmallPageIsNeverEnlarged() throws IOException {
        BufferedImage reading = reading(Scans.png(Scans.colour(300, 200)), "png");
        assertThat(reading.getWidth()).isEqualTo(300);
        assertThat(reading.getHeight()).isEqualTo(200);
    }

    @Test
    void orientationIsApplied() throws IOException {
        byte[] jpeg = Scans.jpeg(Scans.colour(400, 600));
        // Red stands in the upper left corner of the stored page; orientation says where that is for the reader
        int[][] corners = {{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}, {1, 0}, {1, 1}, {0, 1}};
        for (int orientation = 1; orientation <= 8; orientation++) {
            RawTiff exif = new RawTiff().with(274, (short) orientation);
            BufferedImage reading = reading(Scans.withExif(jpeg, exif), "jpg");
            assertThat(reading.getWidth()).isEqualTo(orientation < 5 ? 400 : 600);
            int x = 3 + corners[orientation - 1][0] * (reading.getWidth() - 7);
            int y = 3 + corners[orientation - 1][1] * (reading.getHeight() - 7);
            assertThat(Rasters.red(reading, x, y)).isGreaterThan(200);
            assertThat(Rasters.green(reading, x, y)).isLessThan(60);
        }
    }

    @Test
    void aTurnedPageIsNoWiderThanTheLimitWhenUpright() throws IOException {
        byte[] tiff = RawTiff.grey(900, 2000).with(274, (short) 6).bytes();
        BufferedImage reading = reading(tiff, "tif");
        assertThat(reading.getWidth()).isEqualTo(1600);
        assertThat(reading.getHeight()).isEqualTo(720);
    }

    @Test
    void aBilevelPageBecomesGreySoThatThinStrokesStay() throws IOException {
        BufferedImage bilevel = new BufferedImage(4000, 400, BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < 400; y++) {
            for (int x = 0; x < 4000; x++) {
                bilevel.setRGB(x, y, x % 10 == 0 ? 0 : 0xffffff);
            }
        }
        BufferedImage reading = reading(Scans.tiff("CCITT T.6", bilevel), "tif");
        assertThat(reading.getRaster().getNumBands()).isEqualTo(1);
        long sum = 0;
        for (int x = 0; x < 1600; x++) {
            sum += reading.getRaster().getSample(x, 80, 0);
        }
        assertThat(sum / 1600).isBetween(222L, 236L);
    }

    @Test
    void greyKeepsItsBrightness() throws IOException {
        BufferedImage reading = reading(RawTiff.grey(2000, 100).bytes(), "tif");
        assertThat(reading.getRaster().getSample(800, 40, 0)).isBetween(198, 202);
    }

    @Test
    void sixteenBitsBecomeEight() throws IOException {
        BufferedImage deep = new BufferedImage(50, 50, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 2500; i++) {
            deep.getRaster().setSample(i % 50, i / 50, 0, 0x8000);
        }
        assertThat(reading(Scans.png(deep), "png").getRaster().getSample(25, 25, 0))
                .isBetween(126, 130);
    }

    @Test
    void transparencyBecomesWhitePaper() throws IOException {
        BufferedImage clear = new BufferedImage(50, 50, BufferedImage.TYPE_4BYTE_ABGR);
        clear.setRGB(0, 0, 0);
        BufferedImage reading = reading(Scans.png(clear), "png");
        assertThat(Rasters.blue(reading, 25, 25)).isGreaterThan(250);
        assertThat(reading.getColorModel().hasAlpha()).isFalse();
    }

    @Test
    void aPaletteKeepsItsColours() throws IOException {
        BufferedImage reading = reading(Scans.png(Scans.page(400, 640, BufferedImage.TYPE_BYTE_INDEXED)), "png");
        assertThat(Rasters.red(reading, 20, 10)).isGreaterThan(200);
        assertThat(Rasters.green(reading, 20, 10)).isLessThan(60);
    }

    @Test
    void printingColoursBecomeScreenColours() throws IOException {
        BufferedImage reading = reading(Scans.cmykJpeg(200, 200), "jpg");
        assertThat(reading.getRaster().getNumBands()).isEqualTo(3);
        assertThat(Rasters.red(reading, 100, 100)).isLessThan(80);
        assertThat(Rasters.blue(reading, 100, 100)).isGreaterThan(150);
    }

    @Test
    void pagesOfOneTiffHaveTheirOwnDerivatives() throws IOException {
        byte[] tiff = Scans.tiff("LZW", Scans.colour(100, 200), Scans.colour(300, 100));
        Derived second = Examining.derived(scans.examine(tiff, 1, "tif"), Derived.Role.READING);
        assertThat(second.width()).isEqualTo(300);
        assertThat(second.height()).isEqualTo(100);
    }
}
