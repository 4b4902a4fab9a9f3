package org.colophon.preserve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.colophon.adapter.ocfl.OcflArchive;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.item.UnavailableException;
import org.colophon.port.ArchiveDamagedException;
import org.colophon.port.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Something goes wrong at every single change of the store; a plain retry then leaves exactly one whole version. */
class StopTest {
    @TempDir
    static Path temp;

    private static Shelf shelf;
    private static Workspace workspace;

    @BeforeAll
    static void theStoreRuns() throws Exception {
        workspace = new FolderWorkspace(temp.resolve("work"));
        shelf = new Shelf(temp);
        shelf.archive().look("ark:99999/c1nobody00");
    }

    @AfterAll
    static void theStoreEnds() {
        shelf.close();
    }

    @ParameterizedTest
    @EnumSource
    void afterAFaultAtAnyChangeARetryMakesExactlyOneFirstVersion(FaultyStore.Fault fault) {
        boolean happened = true;
        for (int call = 1; happened; call++) {
            Sample item = letter("c1first" + name(fault) + "x" + call);
            Bench bench = new Bench(workspace);

            happened = attempt(bench, item, fault, call);
            assertThat(bench.preserve(item, shelf.archive()).version()).isEqualTo(1);

            shelf.assertHolds(item.dossier().item().ark(), 1);
            assertThat(call).isLessThan(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void afterAFaultAtAnyChangeARetryMakesExactlyOneSecondVersion(FaultyStore.Fault fault) {
        boolean happened = true;
        for (int call = 1; happened; call++) {
            Sample item = letter("c1second" + name(fault) + "x" + call);
            Bench bench = new Bench(workspace);
            bench.preserve(item, shelf.archive());
            workspace.release(item.id);
            item.round(2, "recognized again").text(1, Sample.twoWords("Dear", "Charles " + call));

            happened = attempt(bench, item, fault, call);
            assertThat(bench.preserve(item, shelf.archive()).version()).isEqualTo(2);

            shelf.assertHolds(item.dossier().item().ark(), 2);
            assertThat(call).isLessThan(200);
        }
    }

    private static String name(FaultyStore.Fault fault) {
        return fault.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    private static Sample letter(String name) {
        return new Sample(name, workspace)
                .master("letter.tif", Sample.TIFF, 1, Sample.FACTS)
                .texts(Sample.twoWords("Dear", "Ada"));
    }

    private static boolean attempt(Bench bench, Sample item, FaultyStore.Fault fault, int call) {
        FaultyStore faulty = new FaultyStore(shelf.bucket, fault, call);
        try (OcflArchive archive = shelf.archive(faulty.client())) {
            bench.preserve(item, archive);
        } catch (FaultyStore.Killed | UnavailableException expected) {
            assertThat(faulty.happened()).isTrue();
        } catch (ArchiveDamagedException e) {
            throw new AssertionError("a store that is away was taken for damage, at call " + call, e);
        }
        return faulty.happened();
    }
}
