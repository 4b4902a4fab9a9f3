package org.colophon.worker.image.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.Versions;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.ImageFacts;

/** Decodes a page in full, judges how that went, measures it, and derives from it. */
public final class PageRaster {
    private PageRaster() {}

    /**
     * Decodes one page of an image file whose facts are known and within limits. A page that does not decode whole is
     * rejected in the report; derivatives are written for all others.
     */
    public static void decode(Path file, Format format, int index, ImageFacts facts, Path outputs, Report report)
            throws IOException {
        Target target = Target.reading(facts.width(), facts.height(), facts.orientation());
        Guarded.Outcome<Decoding.Decoded> outcome = Guarded.call(() -> Decoding.decode(file, format, index, target));
        if (outcome.value() == null) {
            checked(format, Outcome.FAILURE, outcome.problem(), report);
            report.reject(Flaw.damaged("its image data cannot be decoded (" + outcome.problem() + ")"));
            return;
        }
        Decoding.Decoded decoded = outcome.value();
        if (judge(format, decoded.warnings(), report)) {
            derive(decoded, facts.orientation(), outputs, report);
        }
    }

    private static boolean judge(Format format, List<String> warnings, Report report) {
        List<String> losses = warnings.stream().filter(Warnings::loss).toList();
        if (!losses.isEmpty()) {
            checked(format, Outcome.FAILURE, String.join("; ", losses), report);
            report.reject(Flaw.damaged("part of its image data is missing or wrong (" + losses.get(0) + ")"));
            return false;
        }
        if (warnings.isEmpty()) {
            checked(format, Outcome.SUCCESS, "every pixel was decoded", report);
        } else {
            checked(format, Outcome.WARNING, String.join("; ", warnings), report);
            String text = "The image was decoded, but its reader remarks: " + warnings.get(0);
            if (warnings.stream().allMatch(Warnings::colourOnly)) {
                report.note("decode-remark", text);
            } else {
                report.warn("decode-warning", text);
            }
        }
        return true;
    }

    private static void checked(Format format, Outcome outcome, String detail, Report report) {
        boolean jdk = format == Format.PNG;
        report.validation(
                outcome,
                "full decode: " + detail,
                jdk ? "Java Image I/O" : "TwelveMonkeys ImageIO",
                jdk ? System.getProperty("java.version") : Versions.of("twelvemonkeys"));
    }

    private static void derive(Decoding.Decoded decoded, int orientation, Path outputs, Report report)
            throws IOException {
        Guarded.Outcome<Pixels> standard =
                Guarded.call(() -> StandardColour.of(decoded.pixels(), decoded.space(), decoded.alpha()));
        if (standard.value() == null) {
            report.reject(Flaw.damaged("its colours cannot be understood (" + standard.problem() + ")"));
            return;
        }
        Pixels upright = Upright.turn(standard.value(), orientation);
        report.measured(Measuring.of(upright, decoded.edges()));
        Derivatives.write(upright, outputs, report);
    }
}
