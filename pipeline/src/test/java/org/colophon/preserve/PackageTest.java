package org.colophon.preserve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.Access;
import org.colophon.item.Collection;
import org.colophon.item.Description;
import org.colophon.item.Fixity;
import org.colophon.port.History;
import org.colophon.port.Workspace;
import org.colophon.preserve.layout.Layout;
import org.colophon.worker.protocol.ImageFacts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageTest {
    @TempDir
    Path temp;

    private Workspace workspace;

    @BeforeEach
    void aWorkspace() {
        workspace = new FolderWorkspace(temp.resolve("work"));
    }

    @Test
    void aLetterOfOnePageIsAValidPackage() throws Exception {
        Sample letter = new Sample("c1letter01", workspace)
                .master("letter.tif", Sample.TIFF, 1, Sample.FACTS)
                .texts(Sample.twoWords("Dear", "Ada"));

        Path laid = lay(letter.dossier());

        Judge.assertIsPackage(laid);
        Judge.assertFollowsSchemas(laid);
        assertThat(files(laid))
                .containsExactlyInAnyOrder(
                        "METS.xml",
                        "metadata/descriptive/dc.xml",
                        "metadata/preservation/premis.xml",
                        "representations/master/METS.xml",
                        "representations/master/data/0001.tif",
                        "representations/master/metadata/preservation/premis.xml",
                        "representations/ocr/METS.xml",
                        "representations/ocr/data/0001.txt",
                        "representations/ocr/data/0001.xml",
                        "representations/ocr/metadata/preservation/premis.xml");
    }

    @Test
    void thePackageNamesTheInstitutionThatHoldsTheOriginal() throws Exception {
        Sample letter = new Sample("c1held0001", workspace)
                .master("letter.tif", Sample.TIFF, 1, Sample.FACTS)
                .texts(Sample.twoWords("Dear", "Ada"));

        Path laid = lay(letter.dossier());

        Judge.assertIsPackage(laid);
        assertThat(read(laid, "METS.xml"))
                .contains("<agent ROLE=\"CUSTODIAN\" TYPE=\"ORGANIZATION\">", "Library of &lt;Blumenau&gt;");
        assertThat(read(laid, "representations/master/METS.xml")).doesNotContain("Blumenau");
    }

    @Test
    void pagesInsideFilesAreBitstreamsThatHoldTheirMix() throws Exception {
        Sample book = new Sample("c1book0001", workspace)
                .master("plates.tif", Sample.TIFF, 3, Sample.FACTS)
                .master("text.pdf", Sample.PDF, 1, Sample.FACTS)
                .texts(Sample.twoWords("Plate", "I"));

        Path laid = lay(book.dossier());

        Judge.assertIsPackage(laid);
        Judge.assertFollowsSchemas(laid);
        String premis = read(laid, "representations/master/metadata/preservation/premis.xml");
        assertThat(premis)
                .contains("representations/master/data/0001.tif#page=3", "representations/master/data/0002.pdf#page=1")
                .contains("<mix:imageWidth>2480</mix:imageWidth>", "normal, rotated ccw 90°");
        assertThat(count(premis, "xsi:type=\"bitstream\"")).isEqualTo(4);
        assertThat(count(premis, "<mix:mix ")).isEqualTo(4);
        String mets = read(laid, "representations/master/METS.xml");
        assertThat(count(mets, "<fptr FILEID=\"ID-data-0001.tif\"")).isGreaterThanOrEqualTo(3);
        assertThat(mets)
                .contains("TYPE=\"page\" ORDER=\"4\" CONTENTIDS=\"ark:99999/c1book0001/p4\"")
                .contains("ORDERLABEL=\"i\"", "LABEL=\"Chapter &lt;1&gt;\"");
    }

    @Test
    void whatPeopleAndFilesAreCalledNeverBreaksAPackage() throws Exception {
        String hostile = "../a\u0000<b>&\"'\n\r]]>\uD83D\uDE00\uD800 \uFFFE\u000B.tif";
        ImageFacts facts = new ImageFacts(
                10,
                20,
                1,
                List.of(1),
                "WhiteIsZero",
                "CCITT Group 4",
                null,
                null,
                null,
                "no absolute unit of measurement",
                hostile,
                2,
                new ImageFacts.Capture(hostile, hostile, hostile, "yesterday"));
        Sample sample = new Sample("c1hostile1", workspace)
                .master(hostile, Sample.TIFF, 1, facts)
                .delivered(hostile, "")
                .described(
                        hostile,
                        new Description(List.of(
                                new Description.Term("title", hostile),
                                new Description.Term("no element>", hostile),
                                new Description.Term("\u0001", "\u0001"))))
                .texts(Sample.twoWords("a\u0001<&\"", "\uD83D\uDE00"));

        Path laid = lay(sample.dossier());

        Judge.assertIsPackage(laid);
        Judge.assertFollowsSchemas(laid);
        assertThat(files(laid)).contains("representations/master/data/0001.tif", "documentation/0001.tif");
        assertThat(Xmls.texts(laid.resolve("representations/master/metadata/preservation/premis.xml"), "originalName"))
                .containsExactly("../a<b>&\"'\n\r]]>\uD83D\uDE00 .tif");
        assertThat(Xmls.texts(laid.resolve("metadata/descriptive/dc.xml"), "dc:description"))
                .first()
                .asString()
                .startsWith("no element>: ../a");
    }

    @Test
    void aPageWithoutTextHasNoFileAndAnEventSaysWhy() throws Exception {
        Sample sample = new Sample("c1unread01", workspace)
                .master("1.tif", Sample.TIFF, 1, Sample.FACTS)
                .master("2.tif", Sample.TIFF, 1, Sample.FACTS)
                .text(1, Sample.blank())
                .unread(2, "no recognition model for Klingon");

        Path laid = lay(sample.dossier());

        Judge.assertIsPackage(laid);
        Judge.assertFollowsSchemas(laid);
        assertThat(files(laid))
                .contains("representations/ocr/data/0001.xml", "representations/ocr/data/0001.txt")
                .doesNotContain("representations/ocr/data/0002.xml", "representations/ocr/data/0002.txt");
        assertThat(read(laid, "representations/ocr/metadata/preservation/premis.xml"))
                .contains("no recognition model for Klingon");
    }

    @Test
    void anItemWithoutAnyTextIsStillAPackage() throws Exception {
        Sample sample = new Sample("c1silent01", workspace)
                .master("1.tif", Sample.TIFF, 1, null)
                .unread(1, "the page was not read in time");

        Path laid = lay(sample.dossier());

        Judge.assertIsPackage(laid);
        Judge.assertFollowsSchemas(laid);
    }

    @Test
    void whatWasDeliveredBesideTheScansIsKeptUnderANumber() throws Exception {
        Sample sample = new Sample("c1papers01", workspace)
                .delivered("metadata/metadata.csv", "filename,dc.title\n")
                .master("1.tif", Sample.TIFF, 1, Sample.FACTS)
                .delivered("notes", "unreadable <xml")
                .texts(Sample.blank());

        Path laid = lay(sample.dossier());

        Judge.assertIsPackage(laid);
        Judge.assertFollowsSchemas(laid);
        assertThat(read(laid, "documentation/0001.csv")).isEqualTo("filename,dc.title\n");
        assertThat(files(laid)).contains("documentation/0002.bin");
        assertThat(Xmls.texts(laid.resolve("metadata/preservation/premis.xml"), "originalName"))
                .containsExactly("letter", "metadata/metadata.csv", "notes");
    }

    @Test
    void writtenTwiceAPackageHasTheSameBytes() throws Exception {
        History.Dossier dossier = new Sample("c1twice001", workspace)
                .master("1.tif", Sample.TIFF, 2, Sample.FACTS)
                .texts(Sample.twoWords("once", "again"))
                .dossier();

        Map<String, Fixity> once = layout().layOut(
                        dossier, workspace.scratch(dossier.item().id(), "one"))
                .tree()
                .files();
        Map<String, Fixity> again = layout().layOut(
                        dossier, workspace.scratch(dossier.item().id(), "two"))
                .tree()
                .files();

        assertThat(again).isEqualTo(once);
    }

    private Layout layout() {
        Collection collection = new Collection(
                "default",
                null,
                temp.resolve("inbox"),
                List.of(),
                "anything-readable",
                Access.OPEN,
                null,
                "Library of <Blumenau>");
        return new Layout(workspace, null, List.of(collection), Sample.colophon());
    }

    private Path lay(History.Dossier dossier) throws Exception {
        Layout.Laid laid =
                layout().layOut(dossier, workspace.scratch(dossier.item().id(), "preserve"));
        Path folder = temp.resolve(dossier.item().id().name());
        for (Map.Entry<String, Path> file : laid.tree().local().entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(target.getParent());
            Files.copy(file.getValue(), target);
        }
        assertThat(laid.tree().local().keySet()).isEqualTo(laid.tree().files().keySet());
        return folder;
    }

    private static List<String> files(Path root) throws Exception {
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString())
                    .toList();
        }
    }

    private static String read(Path root, String path) throws Exception {
        return Files.readString(root.resolve(path), StandardCharsets.UTF_8);
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }
}
