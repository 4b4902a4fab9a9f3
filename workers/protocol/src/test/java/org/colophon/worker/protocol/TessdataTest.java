package org.colophon.worker.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TessdataTest {
    @TempDir
    Path folder;

    @Test
    void englishIsAvailableWithoutAnyFolder() {
        Tessdata tessdata = new Tessdata(List.of(), Map.of());

        assertThat(tessdata.available()).contains("eng", "osd");
        assertThat(tessdata.has("eng")).isTrue();
    }

    @Test
    void aConfiguredFolderComesBeforeTheEnvironment() throws IOException {
        Path first = model("first", "zzz");
        Path second = model("second", "zzz");
        Path only = model("second", "yyy");
        Tessdata tessdata = new Tessdata(
                List.of(folder.resolve("first")),
                Map.of("TESSDATA_PREFIX", folder.resolve("second").toString()));

        assertThat(tessdata.find("zzz")).contains(first).isNotEqualTo(second);
        assertThat(tessdata.find("yyy")).contains(only);
    }

    @Test
    void thePrefixMayBeTheParentOfTessdata() throws IOException {
        Path model = model("prefix/tessdata", "zzz");

        assertThat(new Tessdata(List.of(), Map.of("TESSDATA_PREFIX", folder.resolve("prefix") + "")).find("zzz"))
                .contains(model);
    }

    @Test
    void aScriptIsFoundInsideAndOutsideTheScriptFolder() throws IOException {
        Path inside = model("a/script", "Zzzz");
        Path outside = model("b", "Yyyy");
        Tessdata tessdata = new Tessdata(List.of(folder.resolve("a"), folder.resolve("b")), Map.of());

        assertThat(tessdata.find("script/Zzzz")).contains(inside);
        assertThat(tessdata.find("Zzzz")).contains(inside);
        assertThat(tessdata.find("script/Yyyy")).contains(outside);
        assertThat(tessdata.available()).contains("script/Zzzz", "Yyyy");
    }

    @Test
    void aModelInstalledLaterIsFound() throws IOException {
        Tessdata tessdata = new Tessdata(List.of(folder), Map.of());
        assertThat(tessdata.has("zzz")).isFalse();

        Files.createFile(folder.resolve("zzz.traineddata"));

        assertThat(tessdata.has("zzz")).isTrue();
    }

    @Test
    void aNameCannotLeaveTheFolder() throws IOException {
        model(".", "secret");
        Files.createDirectories(folder.resolve("models"));
        Tessdata tessdata = new Tessdata(List.of(folder.resolve("models")), Map.of());

        assertThat(tessdata.find("../secret")).isEmpty();
        assertThat(tessdata.find("secret+eng")).isEmpty();
        assertThat(tessdata.find("")).isEmpty();
    }

    @Test
    void theMessageNamesLanguageFolderAndPackage() {
        String message = new Tessdata(List.of(folder), Map.of()).explainMissing("deu");

        assertThat(message).contains("'deu'", folder.toString(), "tesseract-ocr-deu");
    }

    @Test
    void packagesAreNamedAsDebianNamesThem() {
        assertThat(Tessdata.debianPackage("chi_sim")).isEqualTo("tesseract-ocr-chi-sim");
        assertThat(Tessdata.debianPackage("script/Fraktur")).isEqualTo("tesseract-ocr-script-frak");
        assertThat(Tessdata.debianPackage("Fraktur")).isEqualTo("tesseract-ocr-script-frak");
    }

    private Path model(String where, String name) throws IOException {
        Path file = folder.resolve(where).resolve(name + ".traineddata").normalize();
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }
}
