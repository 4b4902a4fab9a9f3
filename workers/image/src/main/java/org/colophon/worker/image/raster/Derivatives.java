package org.colophon.worker.image.raster;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.colophon.worker.image.OutputFile;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.WorkerFailureException;
import org.colophon.worker.protocol.Derived;

/** Writes {@code reading.jpg} and {@code thumbnail.jpg}: sRGB or grey JPEG, upright, the second made from the first. */
final class Derivatives {
    private static final float READING_QUALITY = 0.8f;
    private static final float THUMBNAIL_QUALITY = 0.75f;
    private static final String HOW = "scaled down by area average from the full decode, turned upright";

    private Derivatives() {}

    /** From the page at its size for reading, upright and in standard colours. */
    static void write(Pixels reading, Path outputs, Report report) throws IOException {
        write(reading, outputs.resolve("reading.jpg"), READING_QUALITY);
        report.wrote(derived(Derived.Role.READING, "reading.jpg", reading));
        Target target = Target.thumbnail(reading.width(), reading.height());
        AreaAverage average =
                new AreaAverage(reading.width(), reading.height(), target.width(), target.height(), reading.samples());
        int[] row = new int[reading.width() * reading.samples()];
        for (int y = 0; y < reading.height(); y++) {
            reading.row(y, row);
            average.row(row);
        }
        Pixels thumbnail = average.pixels();
        write(thumbnail, outputs.resolve("thumbnail.jpg"), THUMBNAIL_QUALITY);
        report.wrote(derived(Derived.Role.THUMBNAIL, "thumbnail.jpg", thumbnail));
    }

    private static Derived derived(Derived.Role role, String file, Pixels pixels) {
        return new Derived(role, file, "image/jpeg", pixels.width(), pixels.height(), HOW);
    }

    private static void write(Pixels pixels, Path file, float quality) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (OutputStream out = OutputFile.create(file);
                ImageOutputStream image = ImageIO.createImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(image);
            writer.write(null, new IIOImage(image(pixels), null, null), param);
        } catch (IOException e) {
            throw WorkerFailureException.of(e);
        } finally {
            writer.dispose();
        }
    }

    private static BufferedImage image(Pixels pixels) {
        int type = pixels.samples() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(pixels.width(), pixels.height(), type);
        WritableRaster raster = image.getRaster();
        raster.setDataElements(0, 0, pixels.width(), pixels.height(), pixels.values());
        return image;
    }
}
