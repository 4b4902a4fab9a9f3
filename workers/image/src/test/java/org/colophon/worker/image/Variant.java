package org.colophon.worker.image;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.util.List;
import java.util.stream.Collectors;
import org.colophon.worker.image.layout.Blob;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Result;

/**
 * One row of the table of formats.
 *
 * @param name format and variant, as the table has it
 * @param extension of its name
 * @param taking formats that are taken besides the usual ones
 * @param facts what its facts must come to, in the table's words; null for none
 * @param rules of the findings it must have
 * @param drawn what its pixels must be, sample by sample; null where they are not compared
 * @param seen the same by colour, for what is decoded to a page image; null where it is not compared
 */
record Variant(
        String name,
        String extension,
        Blob bytes,
        List<String> taking,
        String facts,
        List<String> rules,
        Raster drawn,
        BufferedImage seen) {

    static Variant of(String name, String extension, byte[] bytes, String facts, String... rules) {
        return new Variant(name, extension, new Blob(bytes), List.of(), facts, List.of(rules), null, null);
    }

    /** Where these formats are taken too. */
    Variant taking(String... formats) {
        return new Variant(name, extension, bytes, List.of(formats), facts, rules, drawn, seen);
    }

    Variant exactly(Raster samples) {
        return new Variant(name, extension, bytes, taking, facts, rules, samples, seen);
    }

    Variant seenAs(BufferedImage colours) {
        return new Variant(name, extension, bytes, taking, facts, rules, drawn, colours);
    }

    /** How the media type must begin. */
    String mime() {
        return switch (extension) {
            case "tif", "dng" -> "image/tiff";
            case "jpg" -> "image/jpeg";
            case "pdf" -> "application/pdf";
            case "jp2" -> "image/jp2";
            case "j2k" -> "image/x-jp2-codestream";
            default -> "image/" + extension;
        };
    }

    /** The row: identified as, decoded with, facts, verdict. */
    String row(Result.Examination examination) {
        Identification known = examination.identification();
        String rules = examination.findings().stream().map(Finding::rule).collect(Collectors.joining(", "));
        String verdict = examination.refused() ? "refused" : "taken";
        return String.join(
                " | ",
                "| " + name,
                (known.puid() == null ? "–" : known.puid()) + ", " + known.mime(),
                decoder(examination),
                facts(examination.facts()),
                verdict + (rules.isEmpty() ? "" : ": " + rules) + " |");
    }

    private static String decoder(Result.Examination examination) {
        String agent = examination.checks().stream()
                .filter(check -> check.detail().startsWith("full decode:"))
                .map(Check::agent)
                .findFirst()
                .orElse("–");
        return examination.derived().stream()
                .filter(derived -> derived.role() == Derived.Role.PAGE_IMAGE)
                .map(page -> agent + "; page image: "
                        + page.how().replaceAll(" \\([^)]*\\)", "").replace(", 8 bits a sample, in grey or sRGB", ""))
                .findFirst()
                .orElse(agent);
    }

    /** Bits, colours, compression, and what else is stated. */
    static String facts(ImageFacts facts) {
        if (facts == null) {
            return "–";
        }
        StringBuilder words = new StringBuilder();
        words.append(facts.bitsPerSample().stream().map(String::valueOf).collect(Collectors.joining("+")));
        words.append(' ').append(facts.photometric()).append(", ").append(facts.compression());
        if (facts.extraSamples() > 0) {
            words.append(", alpha");
        }
        if (facts.byteOrder() != null) {
            words.append(", ").append(facts.byteOrder());
        }
        if (facts.xDpi() != null) {
            words.append(", ").append(Math.round(facts.xDpi())).append(" dpi");
        }
        if (facts.orientation() != 1) {
            words.append(", orientation ").append(facts.orientation());
        }
        if (facts.iccProfile() != null) {
            words.append(", ").append(facts.iccProfile());
        }
        return words.toString();
    }
}
