package org.colophon.worker.image.raster;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.image.measure.EdgeWidths;
import org.colophon.worker.image.measure.Grey;
import org.colophon.worker.image.measure.TextPlace;
import org.colophon.worker.protocol.Measures;

/** Takes plates and files the way of a page, as far as the measures. */
final class Measured {
    private Measured() {}

    static Format format(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        return name.endsWith("png") ? Format.PNG : name.endsWith("tif") ? Format.TIFF : Format.JPEG;
    }

    /** The page as the worker itself decodes it. */
    static Measures file(Path file, Plate plate) throws Exception {
        Target target = Target.reading(plate.width(), plate.height(), 1);
        Decoding.Decoded decoded = Decoding.decode(Source.of(file, format(file), 0), target, null);
        Pixels standard = StandardColour.of(decoded.pixels(), decoded.space(), decoded.alpha());
        return Measuring.of(standard, decoded.edges());
    }

    static Measures plate(Plate plate) {
        EdgeWidths edges = new EdgeWidths(plate.width(), plate.height(), 1, false);
        return Measuring.of(reading(plate, edges), edges);
    }

    private static Pixels reading(Plate plate, EdgeWidths edges) {
        Target target = Target.reading(plate.width(), plate.height(), 1);
        AreaAverage average = new AreaAverage(plate.width(), plate.height(), target.width(), target.height(), 1);
        int[] row = new int[plate.width()];
        for (int y = 0; y < plate.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = plate.at(x, y);
            }
            average.row(row);
            edges.row(row);
        }
        return average.pixels();
    }

    /** A page to be degraded, where its text stands found out. */
    static Degraded degraded(Plate plate, long seed) {
        Pixels reading = reading(plate, new EdgeWidths(plate.width(), plate.height(), 1, false));
        Grey grey = Measuring.grey(reading);
        TextPlace place = TextPlace.of(grey);
        double scale = plate.width() / (double) place.width();
        Rectangle box = new Rectangle(
                (int) (place.left() * scale),
                (int) (place.top() * scale),
                (int) ((place.right() - place.left()) * scale),
                (int) ((place.bottom() - place.top()) * scale));
        return new Degraded(plate, box, place.letterHeight() * scale, plate.bilevel(), seed);
    }

    static Plate read(Path file) throws IOException {
        ImageReader reader = Readers.forFormat(format(file));
        try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
            reader.setInput(in);
            return Plate.of(reader.read(0));
        } finally {
            reader.dispose();
        }
    }
}
