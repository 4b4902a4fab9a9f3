package org.colophon.worker.image.raster;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import org.colophon.worker.image.layout.Format;

/**
 * Image readers by class, never "the first that takes it". All but the known ones are deregistered too, because PDFBox
 * and TwelveMonkeys ask the registry on their own.
 */
public final class Readers {
    private static final String JDK_PNG = "com.sun.imageio.plugins.png.PNGImageReaderSpi";
    private static final String JDK_GIF = "com.sun.imageio.plugins.gif.GIFImageReaderSpi";
    private static final String JDK_BMP = "com.sun.imageio.plugins.bmp.BMPImageReaderSpi";
    private static final List<String> KNOWN = List.of(
            TIFFImageReaderSpi.class.getName(),
            JPEGImageReaderSpi.class.getName(),
            JDK_PNG,
            JDK_GIF,
            JDK_BMP,
            WebPImageReaderSpi.class.getName(),
            // TwelveMonkeys delegates to it, and PDFBox decodes JBIG2 through the last
            "com.sun.imageio.plugins.jpeg.JPEGImageReaderSpi",
            "org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi");

    static {
        ImageIO.setUseCache(false);
        ImageIO.scanForPlugins();
        IIORegistry registry = IIORegistry.getDefaultInstance();
        for (ImageReaderSpi reader : all()) {
            if (!KNOWN.contains(reader.getClass().getName())) {
                registry.deregisterServiceProvider(reader, ImageReaderSpi.class);
            }
        }
    }

    private Readers() {}

    /** Loads and orders the readers; idempotent. */
    public static void prepare() {
        // The static block has run when this returns
    }

    /** A new reader for a format that is accepted as an image. */
    public static ImageReader forFormat(Format format) throws IOException {
        String wanted =
                switch (format) {
                    case TIFF -> TIFFImageReaderSpi.class.getName();
                    case JPEG -> JPEGImageReaderSpi.class.getName();
                    case PNG -> JDK_PNG;
                    case GIF -> JDK_GIF;
                    case BMP -> JDK_BMP;
                    case WEBP -> WebPImageReaderSpi.class.getName();
                    default -> throw new IllegalArgumentException("no reader for " + format);
                };
        for (ImageReaderSpi reader : all()) {
            if (reader.getClass().getName().equals(wanted)) {
                return reader.createReaderInstance();
            }
        }
        throw new IllegalStateException(wanted + " is not on the class path: build the worker again");
    }

    /** The readers that are registered now. */
    static List<ImageReaderSpi> all() {
        List<ImageReaderSpi> all = new ArrayList<>();
        Iterator<ImageReaderSpi> readers =
                IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, false);
        readers.forEachRemaining(all::add);
        return all;
    }
}
