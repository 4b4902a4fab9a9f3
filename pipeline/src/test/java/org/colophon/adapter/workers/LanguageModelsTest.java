package org.colophon.adapter.workers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.colophon.port.Workers.LanguageChoice;
import org.colophon.worker.protocol.Tessdata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelsTest {
    @TempDir
    Path tessdata;

    private LanguageModels with(String... models) throws IOException {
        for (String model : models) {
            Path file = tessdata.resolve(model + ".traineddata");
            Files.createDirectories(file.getParent());
            Files.writeString(file, "model");
        }
        return new LanguageModels(new Tessdata(List.of(tessdata), Map.of()));
    }

    @Test
    void aTwoLetterCodeFindsItsModel() throws IOException {
        assertThat(with().choose(List.of("en")).models()).containsExactly("eng");
    }

    @Test
    void severalLanguagesAreReadTogetherInTheirOrder() throws IOException {
        assertThat(with("qaa", "qab").choose(List.of("qab+qaa", "eng")).models())
                .containsExactly("qab", "qaa", "eng");
    }

    @Test
    void germanInFrakturPrefersItsOwnModelToTheScripts() throws IOException {
        assertThat(with("frk", "script/Fraktur").choose(List.of("de-Latf")).models())
                .containsExactly("frk");
    }

    @Test
    void bibliographicCodesMeanTheSameLanguage() throws IOException {
        assertThat(with().candidates("ger")).containsExactly("deu");
        assertThat(with().candidates("fre")).containsExactly("fra");
    }

    @Test
    void aMissingModelIsNamedWithItsPackageAndNeverSilentlyEnglish() throws IOException {
        LanguageChoice choice = with().choose(List.of("xho"));
        assertThat(choice.models()).isEmpty();
        assertThat(choice.missing()).singleElement().asString().contains("xho").contains("tesseract-ocr-xho");
    }

    @Test
    void whatIsNoLanguageCodeIsSaidSo() throws IOException {
        assertThat(with().choose(List.of("../../etc/passwd")).missing())
                .singleElement()
                .asString()
                .contains("is no language code");
    }
}
