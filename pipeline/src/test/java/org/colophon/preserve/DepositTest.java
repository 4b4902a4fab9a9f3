package org.colophon.preserve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.Description;
import org.colophon.port.Archive.ObjectState;
import org.colophon.port.ArchiveDamagedException;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DepositTest {
    @TempDir
    static Path temp;

    private static Shelf shelf;
    private static Workspace workspace;

    @BeforeAll
    static void theStoreRuns() throws Exception {
        workspace = new FolderWorkspace(temp.resolve("work"));
        shelf = new Shelf(temp);
    }

    @AfterAll
    static void theStoreEnds() {
        shelf.close();
    }

    @Test
    void whatIsExportedIsWhatWasPut() throws Exception {
        Sample item = letter("c1export00").delivered("empty.txt", "");
        StepResult.Deposited deposited = new Bench(workspace).preserve(item, shelf.archive());
        String ark = item.dossier().item().ark();

        Path folder = temp.resolve("out").resolve(item.id.name());
        shelf.archive().exportPackage(ark, 1, folder);
        Path object = temp.resolve("object");
        shelf.archive().exportObject(ark, object);

        Judge.assertIsPackage(folder);
        Judge.assertFollowsSchemas(folder);
        assertThat(folder.resolve("representations/master/data/0001.tif"))
                .hasSameBinaryContentAs(
                        workspace.fetch(item.id, item.files().get(0).fixity()));
        assertThat(object.resolve("v1/content/METS.xml")).hasSameBinaryContentAs(folder.resolve("METS.xml"));
        assertThat(object.resolve("0=ocfl_object_1.1")).exists();
        assertThat(Files.readString(object.resolve("inventory.json")))
                .contains("\"fixity\":{\"sha256\":", "\"digestAlgorithm\":\"sha512\"");
        assertThat(deposited.objectRoot()).matches("[0-9a-f]{3}/[0-9a-f]{3}/[0-9a-f]{3}/ark%3a99999%2fc1export00");
        assertThat(Xmls.texts(object.resolve("logs/v1-deposit.premis.xml"), "eventType"))
                .containsExactly("fixity check", "ingestion end");
        assertThat(shelf.archive().arks()).contains(ark);
        shelf.assertHolds(ark, 1);
    }

    @Test
    void readAgainOnlyTextsAndWhatTellsOfThemAreNew() throws Exception {
        Sample item = letter("c1reread00").delivered("note.txt", "kept");
        Bench bench = new Bench(workspace);
        bench.preserve(item, shelf.archive());
        workspace.release(item.id);
        item.round(2, "recognized again in deu").text(2, Sample.twoWords("Liebe", "Ada"));

        bench.preserve(item, shelf.archive());

        assertThat(added(item, 2))
                .containsExactlyInAnyOrder(
                        "METS.xml",
                        "metadata/preservation/premis.xml",
                        "representations/ocr/METS.xml",
                        "representations/ocr/metadata/preservation/premis.xml",
                        "representations/ocr/data/0002.xml",
                        "representations/ocr/data/0002.txt");
        Path folder = temp.resolve("second").resolve(item.id.name());
        shelf.archive().exportPackage(item.dossier().item().ark(), 2, folder);
        Judge.assertIsPackage(folder);
        Judge.assertFollowsSchemas(folder);
        assertThat(Files.readString(folder.resolve("representations/ocr/data/0001.txt"), StandardCharsets.UTF_8))
                .isEqualTo("Dear Ada\n");
        assertThat(Files.readString(folder.resolve("representations/ocr/data/0002.txt"), StandardCharsets.UTF_8))
                .isEqualTo("Liebe Ada\n");
    }

    @Test
    void describedAgainOnlyTheDescriptionIsNew() {
        Sample item = letter("c1redesc00");
        Bench bench = new Bench(workspace);
        bench.preserve(item, shelf.archive());
        workspace.release(item.id);
        item.round(2, "described anew")
                .described("To Ada", new Description(List.of(new Description.Term("title", "A letter to Ada L."))));

        bench.preserve(item, shelf.archive());

        assertThat(added(item, 2))
                .containsExactlyInAnyOrder(
                        "metadata/descriptive/dc.xml", "metadata/preservation/premis.xml", "METS.xml");
        shelf.assertHolds(item.dossier().item().ark(), 2);
    }

    @Test
    void aFirstVersionNeverGoesOntoAnObjectThatIsThere() {
        Sample item = letter("c1taken000");
        new Bench(workspace).preserve(item, shelf.archive());
        Bench stranger = new Bench(workspace);

        assertThatThrownBy(() -> stranger.preserve(item, shelf.archive()))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining("another v1 is there");
        shelf.assertHolds(item.dossier().item().ark(), 1);
    }

    @Test
    void anAttemptThatDidNotLiveToTellIsAdopted() {
        Sample item = letter("c1adopt000");
        Bench bench = new Bench(workspace);
        StepResult.Deposited first = bench.preserve(item, shelf.archive());

        assertThat(bench.preserve(item, shelf.archive())).isEqualTo(first);
        shelf.assertHolds(item.dossier().item().ark(), 1);
    }

    @Test
    void aFlippedByteInTheStoreIsFoundByReadingBack() {
        Sample item = letter("c1flipped0");
        Bench bench = new Bench(workspace);
        StepResult.Deposited first = bench.preserve(item, shelf.archive());
        shelf.bucket.uploadBytes(first.objectRoot() + "/v1/content/METS.xml", new byte[10], "application/xml");

        assertThatThrownBy(() -> bench.preserve(item, shelf.archive()))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining("v1/content/METS.xml has SHA-512");
    }

    @Test
    void aMasterThatChangedInTheWorkspaceIsNotPut() throws Exception {
        Sample item = letter("c1rotten00");
        Path master = workspace.fetch(item.id, item.files().get(0).fixity());
        byte[] bytes = Files.readAllBytes(master);
        bytes[17] ^= 1;
        Files.write(master, bytes);

        assertThatThrownBy(() -> new Bench(workspace).preserve(item, shelf.archive()))
                .isInstanceOf(ArchiveDamagedException.class);
        assertThat(shelf.archive().look(item.dossier().item().ark())).isEqualTo(new ObjectState.Absent());
    }

    @Test
    void theScansOfTheWorkspaceStayWhereTheyAre() throws Exception {
        Sample item = letter("c1stays000");

        new Bench(workspace).preserve(item, shelf.archive());

        assertThat(workspace.fetch(item.id, item.files().get(0).fixity())).exists();
        try (Stream<Path> left = Files.list(temp.resolve("ocfl"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aVersionThatVanishedIsNotPutAnew() {
        Sample item = letter("c1gone0000");
        item.round(2, "described anew");

        assertThatThrownBy(() -> new Bench(workspace).preserve(item, shelf.archive()))
                .isInstanceOf(ArchiveDamagedException.class)
                .hasMessageContaining("no whole version is there");
    }

    private static Sample letter(String name) {
        return new Sample(name, workspace)
                .master("1.tif", Sample.TIFF, 1, Sample.FACTS)
                .master("2.tif", Sample.TIFF, 1, Sample.FACTS)
                .texts(Sample.twoWords("Dear", "Ada"));
    }

    /** Logical paths of a version whose bytes the version before did not have there. */
    private static List<String> added(Sample item, int version) {
        String ark = item.dossier().item().ark();
        Map<String, String> before = shelf.archive().content(ark, version - 1);
        return shelf.archive().content(ark, version).entrySet().stream()
                .filter(file -> !file.getValue().equals(before.get(file.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }
}
