package org.colophon.worker.image.identify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.colophon.worker.image.Report;
import org.colophon.worker.image.Versions;
import org.colophon.worker.image.layout.Format;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Identification;

/** What a file is, by its bytes alone: PRONOM by DROID, media type by Tika. Both are loaded at their first use. */
public final class Identifier {
    private static final String TIFF = "image/tiff";
    private static final String ANY = "application/octet-stream";

    private Droid droid;
    private MimeTypes types;

    /** Identifies a file and reports with which tools. */
    public Identification identify(Path file, Format format, Report report) throws IOException {
        if (droid == null) {
            droid = new Droid();
            types = MimeTypes.getDefaultMimeTypes();
        }
        String mime = mime(file, format);
        List<Droid.Match> all = droid.identify(file);
        List<Droid.Match> matches =
                all.stream().filter(match -> credible(match, format)).toList();
        report.identification(
                matches.isEmpty() ? Outcome.WARNING : Outcome.SUCCESS,
                matches.isEmpty()
                        ? "no PRONOM format matches" + (all.isEmpty() ? "" : " but by chance: " + detail(all))
                        : detail(matches),
                "DROID",
                Versions.of("droid") + " (signature file V" + droid.signatureVersion() + ")");
        report.identification(Outcome.SUCCESS, mime, "Apache Tika", Versions.of("tika"));
        Identification identification = matches.isEmpty()
                ? new Identification(null, format == Format.UNKNOWN ? mime : format.label(), null, mime)
                : identification(best(matches, mime), mime);
        report.identified(identification);
        return identification;
    }

    /** PRONOM knows no BigTIFF yet, and short signatures of other formats match somewhere in one. */
    private static boolean credible(Droid.Match match, Format format) {
        return format != Format.TIFF || match.mime().contains(TIFF);
    }

    private static Identification identification(Droid.Match match, String mime) {
        return new Identification(match.puid(), match.name(), match.version(), mime);
    }

    /** Where PRONOM leaves several, the one that agrees with the media type. */
    private static Droid.Match best(List<Droid.Match> matches, String mime) {
        return matches.stream()
                .filter(match -> match.mime().contains(mime))
                .findFirst()
                .orElse(matches.get(0));
    }

    private static String detail(List<Droid.Match> matches) {
        return String.join(
                "; ",
                matches.stream()
                        .map(match -> match.puid() + " " + match.name()
                                + (match.version() == null ? "" : " " + match.version()))
                        .toList());
    }

    /** Tika knows no BigTIFF of little-endian order. */
    private String mime(Path file, Format format) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            String mime = types.detect(in, new Metadata()).toString();
            return format == Format.TIFF && mime.equals(ANY) ? TIFF : mime;
        }
    }
}
