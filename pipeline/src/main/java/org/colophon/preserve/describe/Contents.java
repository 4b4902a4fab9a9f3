package org.colophon.preserve.describe;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.colophon.item.Page;
import org.colophon.item.StoredFile;
import org.colophon.port.History;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;

/**
 * What goes into a package, and where: the dossier's files under the names they have in the archive. Names from outside
 * never become a path.
 *
 * @param masters scans, in the order of the drop
 * @param delivered what else was delivered
 * @param texts pages with text, in reading order
 */
public record Contents(
        History.Dossier dossier, List<Master> masters, List<PackageFile> delivered, List<OcrPage> texts) {
    /** Folder of the scans' representation. */
    public static final String MASTER = "representations/master";
    /** Folder of the texts' representation. */
    public static final String OCR = "representations/ocr";

    private static final Identification UNKNOWN = new Identification(null, "unknown", null, "application/octet-stream");

    public Contents {
        masters = List.copyOf(masters);
        delivered = List.copyOf(delivered);
        texts = List.copyOf(texts);
    }

    /** The originals of a dossier, without texts. */
    public static Contents of(History.Dossier dossier) {
        List<Master> masters = new ArrayList<>();
        List<PackageFile> delivered = new ArrayList<>();
        dossier.files().stream().sorted(Comparator.comparingInt(StoredFile::n)).forEach(file -> {
            switch (file.role()) {
                case MASTER -> masters.add(master(dossier, file, masters.size() + 1));
                case DOCUMENTATION ->
                    delivered.add(original("documentation", file, delivered.size() + 1, UNKNOWN.mime()));
            }
        });
        return new Contents(dossier, masters, delivered, List.of());
    }

    /** The same with texts. */
    public Contents with(List<OcrPage> pages) {
        return new Contents(dossier, masters, delivered, pages);
    }

    /** The master that holds a page. */
    public Optional<Master> masterOf(Page page) {
        return masters.stream()
                .filter(master -> master.stored().n() == page.file())
                .findFirst();
    }

    /** Archival resource key of a page. */
    public String ark(Page page) {
        return dossier.item().ark() + "/p" + page.n();
    }

    /** When the item was first seen: the time of what never changes afterwards. */
    public Instant begun() {
        return dossier.item().createdAt();
    }

    private static Master master(History.Dossier dossier, StoredFile file, int number) {
        List<Page> pages =
                dossier.pages().stream().filter(page -> page.file() == file.n()).toList();
        Identification identification = pages.stream()
                .flatMap(page -> examination(dossier, page).stream())
                .map(examined -> examined.examination().identification())
                .filter(found -> found != null)
                .findFirst()
                .orElse(UNKNOWN);
        PackageFile place = original(MASTER + "/data", file, number, identification.mime());
        return new Master(
                place,
                file,
                identification,
                pages.stream()
                        .map(page -> new Master.Leaf(page, facts(dossier, page)))
                        .toList());
    }

    private static PackageFile original(String folder, StoredFile file, int number, String mime) {
        String extension = file.extension().isEmpty() ? "bin" : file.extension();
        String path = String.format(Locale.ROOT, "%s/%04d.%s", folder, number, extension);
        return new PackageFile(path, file.fixity(), mime, file.modified(), file.name());
    }

    private static Optional<StepResult.Examined> examination(History.Dossier dossier, Page page) {
        return Optional.ofNullable(dossier.examined().get(page.n())).filter(found -> found.examination() != null);
    }

    private static ImageFacts facts(History.Dossier dossier, Page page) {
        return examination(dossier, page)
                .map(examined -> examined.examination().facts())
                .orElse(null);
    }
}
