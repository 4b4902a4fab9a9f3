package org.colophon.worker.image.raster;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.colophon.worker.image.Guarded;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Task;

/** Decodes a page in full, judges how that went, measures it, and derives from it. */
public final class PageRaster {
    private static final String PAGE_IMAGE = "page.png";

    private PageRaster() {}

    /**
     * Decodes one page of an image file whose facts are known and within limits. A page that does not decode whole is
     * rejected in the report; derivatives are written for all others.
     */
    public static void decode(Source source, ImageFacts facts, Path outputs, Report report)
            throws IOException, Task.UndoneException {
        Target target = Target.reading(facts.width(), facts.height(), facts.orientation());
        Path pageImage = source.pageImage() == null ? null : outputs.resolve(PAGE_IMAGE);
        Guarded.Outcome<Decoding.Decoded> outcome = Guarded.call(() -> Decoding.decode(source, target, pageImage));
        if (outcome.value() == null) {
            checked(source, Outcome.FAILURE, outcome.problem(), report);
            report.reject(Flaw.damaged("its image data cannot be decoded (" + outcome.problem() + ")"));
            return;
        }
        Decoding.Decoded decoded = outcome.value();
        if (judge(source, decoded.warnings(), report)) {
            if (pageImage != null) {
                report.wrote(new Derived(
                        Derived.Role.PAGE_IMAGE,
                        PAGE_IMAGE,
                        "image/png",
                        facts.width(),
                        facts.height(),
                        source.pageImage()));
            }
            derive(decoded, facts.orientation(), outputs, report);
        }
    }

    private static boolean judge(Source source, List<String> warnings, Report report) {
        List<String> losses = warnings.stream().filter(Warnings::loss).toList();
        if (!losses.isEmpty()) {
            checked(source, Outcome.FAILURE, String.join("; ", losses), report);
            report.reject(Flaw.damaged("part of its image data is missing or wrong (" + losses.get(0) + ")"));
            return false;
        }
        if (warnings.isEmpty()) {
            checked(source, Outcome.SUCCESS, "every pixel was decoded", report);
        } else {
            checked(source, Outcome.WARNING, String.join("; ", warnings), report);
            String text = "The image was decoded, but its reader remarks: " + warnings.get(0);
            if (warnings.stream().allMatch(Warnings::colourOnly)) {
                report.note("decode-remark", text);
            } else {
                report.warn("decode-warning", text);
            }
        }
        return true;
    }

    private static void checked(Source source, Outcome outcome, String detail, Report report) {
        report.validation(outcome, "full decode: " + detail, source.agent(), source.version());
    }

    private static void derive(Decoding.Decoded decoded, int orientation, Path outputs, Report report)
            throws IOException, Task.UndoneException {
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
