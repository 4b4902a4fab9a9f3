package org.colophon.preserve.describe;

import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.colophon.item.text.Xml;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;

/** Writes the technical metadata of a page image as MIX 2.0 (ANSI/NISO Z39.87-2006). */
final class Mix {
    private static final String NAMESPACE = "http://www.loc.gov/mix/v20";
    private static final String CENTIMETER = "cm";
    private static final double CENTIMETERS_AN_INCH = 2.54;
    private static final int FRACTIONS = 10_000;
    /** Terms of Z39.87 §8.5, in the order of TIFF's tag 274. */
    private static final List<String> ORIENTATIONS = List.of(
            "normal*",
            "normal, image flipped",
            "normal, rotated 180°",
            "normal, image flipped, rotated 180°",
            "normal, image flipped, rotated cw 90°",
            "normal, rotated ccw 90°",
            "normal, image flipped, rotated ccw 90°",
            "normal, rotated cw 90°");

    private Mix() {}

    static void write(Xml xml, ImageFacts facts, Identification identification) {
        xml.open("mix:mix", "xmlns:mix", NAMESPACE);
        object(xml, facts, identification);
        image(xml, facts);
        capture(xml, facts);
        assessment(xml, facts);
        xml.end();
    }

    private static void object(Xml xml, ImageFacts facts, Identification identification) {
        xml.open("mix:BasicDigitalObjectInformation");
        xml.open("mix:FormatDesignation")
                .leaf("mix:formatName", identification.mime())
                .leaf("mix:formatVersion", identification.formatVersion())
                .end();
        xml.leaf("mix:byteOrder", facts.byteOrder());
        xml.open("mix:Compression")
                .leaf("mix:compressionScheme", facts.compression())
                .end();
        xml.end();
    }

    private static void image(Xml xml, ImageFacts facts) {
        xml.open("mix:BasicImageInformation")
                .open("mix:BasicImageCharacteristics")
                .leaf("mix:imageWidth", facts.width())
                .leaf("mix:imageHeight", facts.height())
                .open("mix:PhotometricInterpretation")
                .leaf("mix:colorSpace", facts.photometric());
        if (facts.iccProfile() != null) {
            xml.open("mix:ColorProfile")
                    .open("mix:IccProfile")
                    .leaf("mix:iccProfileName", facts.iccProfile())
                    .end()
                    .end();
        }
        xml.end().end().end();
    }

    private static void capture(Xml xml, ImageFacts facts) {
        xml.open("mix:ImageCaptureMetadata");
        ImageFacts.Capture by = facts.capture();
        if (by != null) {
            if (isDateTime(by.dateTime())) {
                xml.open("mix:GeneralCaptureInformation")
                        .leaf("mix:dateTimeCreated", by.dateTime())
                        .end();
            }
            xml.open("mix:ScannerCapture").leaf("mix:scannerManufacturer", by.make());
            xml.open("mix:ScannerModel")
                    .leaf("mix:scannerModelName", by.model())
                    .end();
            xml.open("mix:ScanningSystemSoftware")
                    .leaf("mix:scanningSoftwareName", by.software())
                    .end();
            xml.end();
        }
        if (facts.orientation() >= 1 && facts.orientation() <= ORIENTATIONS.size()) {
            xml.leaf("mix:orientation", ORIENTATIONS.get(facts.orientation() - 1));
        }
        xml.end();
    }

    private static void assessment(Xml xml, ImageFacts facts) {
        xml.open("mix:ImageAssessmentMetadata");
        xml.open("mix:SpatialMetrics").leaf("mix:samplingFrequencyUnit", facts.resolutionUnit());
        frequency(xml, "mix:xSamplingFrequency", facts.xDpi(), facts.resolutionUnit());
        frequency(xml, "mix:ySamplingFrequency", facts.yDpi(), facts.resolutionUnit());
        xml.end();
        xml.open("mix:ImageColorEncoding");
        if (!facts.bitsPerSample().isEmpty()) {
            xml.open("mix:BitsPerSample");
            facts.bitsPerSample().forEach(bits -> xml.leaf("mix:bitsPerSampleValue", bits));
            xml.leaf("mix:bitsPerSampleUnit", "integer").end();
            xml.leaf("mix:samplesPerPixel", facts.bitsPerSample().size());
        }
        for (int i = 0; i < facts.extraSamples(); i++) {
            xml.leaf("mix:extraSamples", "unspecified data");
        }
        xml.end().end();
    }

    /** In the unit that is stated beside it, as a rational. */
    private static void frequency(Xml xml, String name, Double dpi, String unit) {
        if (dpi == null) {
            return;
        }
        double value = CENTIMETER.equals(unit) ? dpi / CENTIMETERS_AN_INCH : dpi;
        long numerator = Math.round(value * FRACTIONS);
        boolean whole = numerator % FRACTIONS == 0;
        xml.open(name)
                .leaf("mix:numerator", whole ? numerator / FRACTIONS : numerator)
                .leaf("mix:denominator", whole ? 1 : FRACTIONS)
                .end();
    }

    private static boolean isDateTime(String text) {
        try {
            return text != null && LocalDateTime.parse(text) != null;
        } catch (DateTimeParseException e) {
            return false;
        }
    }
}
