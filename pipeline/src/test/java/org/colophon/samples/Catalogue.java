package org.colophon.samples;

import static org.colophon.samples.SampleFile.Format.JPEG;
import static org.colophon.samples.SampleFile.Format.PDF;
import static org.colophon.samples.SampleFile.Format.TIFF_DEFLATE;
import static org.colophon.samples.SampleFile.Format.TIFF_GROUP4;
import static org.colophon.samples.SampleFile.Format.TIFF_LZW;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.colophon.samples.Wear.Fold;

/** Every object of the sample scans, in the order of their names. */
final class Catalogue {
    private Catalogue() {}

    static List<SampleObject> objects() {
        return List.of(letter(), chapter(), ledger(), spread(), leaf(), sideways(), pamphlet(), minutes(), damaged());
    }

    private static SampleObject letter() {
        List<Scan> scans =
                scans(100, Typesetter.pages(Design.typescript(), Prose.of("letter.txt")), Fold.NONE, Tint.CREAM);
        return new SampleObject(
                "01-letter",
                numbered("objects/letter_%d.tif", TIFF_LZW, scans),
                Map.of("metadata/metadata.csv", Prose.of("letter.csv")),
                false);
    }

    private static SampleObject chapter() {
        Design design = Design.primer("On Keeping Paper", 41);
        List<Scan> scans = scans(200, Typesetter.pages(design, Prose.of("chapter.txt")), Fold.LEFT, Tint.BILEVEL);
        return new SampleObject(
                "02-chapter",
                numbered("chapter_%02d.tif", TIFF_GROUP4, scans),
                Map.of("metadata.csv", Prose.of("chapter.csv")),
                false);
    }

    private static SampleObject ledger() {
        Sheet sheet = Ledger.page(Prose.of("ledger.txt"));
        Sheet blank = Sheet.blank(sheet.width(), sheet.height());
        Scan scan = new Scan(sheet, blank, Wear.of(300, Fold.LEFT), Tint.CREAM, Turn.NONE);
        return plain("03-ledger", List.of(SampleFile.of("ledger.jpg", JPEG, scan)));
    }

    private static SampleObject spread() {
        List<Sheet> pages = Typesetter.pages(Design.book("The Lamp and the Lens", 12), Prose.of("spread.txt"));
        Sheet open = pages.get(0).beside(pages.get(1));
        Sheet blank = Sheet.blank(open.width(), open.height());
        Scan scan = new Scan(open, blank, Wear.of(401, Fold.MIDDLE), Tint.CREAM, Turn.NONE);
        return new SampleObject("04-spread", List.of(SampleFile.of("spread.jpg", JPEG, scan)), Map.of(), true);
    }

    private static SampleObject leaf() {
        Sheet recto = Typesetter.pages(Design.pamphlet(), Prose.of("leaf.txt")).get(0);
        Sheet verso = Sheet.blank(recto.width(), recto.height());
        Scan front = new Scan(recto, verso, Wear.of(500, Fold.NONE), Tint.GREY, Turn.NONE);
        Scan back = new Scan(verso, recto, Wear.of(501, Fold.NONE), Tint.GREY, Turn.NONE);
        return plain(
                "05-leaf-with-blank-verso",
                List.of(
                        SampleFile.of("leaf_1_recto.tif", TIFF_DEFLATE, front),
                        SampleFile.of("leaf_2_verso.tif", TIFF_DEFLATE, back)));
    }

    private static SampleObject sideways() {
        List<Sheet> sheets = Typesetter.pages(Design.pamphlet(), Prose.of("sideways.txt"));
        Scan left = new Scan(sheets.get(0), sheets.get(1), Wear.of(600, Fold.NONE), Tint.GREY, Turn.LEFT);
        Scan right = new Scan(sheets.get(1), sheets.get(0), Wear.of(601, Fold.NONE), Tint.CREAM, Turn.RIGHT);
        return plain(
                "06-sideways",
                List.of(SampleFile.of("notice_1.tif", TIFF_LZW, left), SampleFile.of("notice_2.jpg", JPEG, right)));
    }

    private static SampleObject pamphlet() {
        List<Scan> scans =
                scans(700, Typesetter.pages(Design.pamphlet(), Prose.of("pamphlet.txt")), Fold.NONE, Tint.GREY);
        return plain("07-pamphlet", List.of(new SampleFile("pamphlet.tif", TIFF_LZW, scans, false)));
    }

    private static SampleObject minutes() {
        List<Scan> scans =
                scans(800, Typesetter.pages(Design.typescript(), Prose.of("minutes.txt")), Fold.NONE, Tint.CREAM);
        return plain("08-minutes", List.of(new SampleFile("minutes.pdf", PDF, scans, false)));
    }

    private static SampleObject damaged() {
        List<Sheet> sheets = Typesetter.pages(Design.pamphlet(), Prose.of("damaged.txt"));
        List<Scan> scans = scans(900, sheets, Fold.NONE, Tint.BILEVEL);
        List<SampleFile> files = new ArrayList<>(numbered("card_%d.tif", TIFF_GROUP4, scans));
        SampleFile second = files.get(1);
        files.set(1, new SampleFile(second.path(), second.format(), second.pages(), true));
        return plain("09-damaged", files);
    }

    private static SampleObject plain(String name, List<SampleFile> files) {
        return new SampleObject(name, files, Map.of(), false);
    }

    private static List<SampleFile> numbered(String pattern, SampleFile.Format format, List<Scan> scans) {
        List<SampleFile> files = new ArrayList<>();
        for (int i = 0; i < scans.size(); i++) {
            files.add(SampleFile.of(String.format(Locale.ROOT, pattern, i + 1), format, scans.get(i)));
        }
        return files;
    }

    /** Scans of leaves printed on both sides; the fold is given for right-hand pages, the first is one. */
    private static List<Scan> scans(long seed, List<Sheet> sheets, Fold fold, Tint tint) {
        List<Scan> scans = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet front = sheets.get(i);
            Sheet back = (i ^ 1) < sheets.size() ? sheets.get(i ^ 1) : Sheet.blank(front.width(), front.height());
            Fold here = fold == Fold.LEFT && i % 2 == 1 ? Fold.RIGHT : fold;
            Wear wear = Wear.of(seed + i, here).spotted(here == Fold.NONE ? 9 : 4);
            scans.add(new Scan(front, back, wear, tint, Turn.NONE));
        }
        return scans;
    }
}
