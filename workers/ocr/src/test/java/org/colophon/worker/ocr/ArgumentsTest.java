package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

    @Test
    void foldersOfModelsKeepTheirOrder() {
        Arguments arguments = Arguments.parse("--tessdata", "b", "--natives", "n", "--tessdata", "a");

        assertThat(arguments.natives()).isEqualTo(Path.of("n"));
        assertThat(arguments.tessdata()).containsExactly(Path.of("b"), Path.of("a"));
    }

    @Test
    void wrongUseIsAnsweredByTheUsage() {
        assertThatThrownBy(() -> Arguments.parse()).hasMessageContaining("--natives is missing");
        assertThatThrownBy(() -> Arguments.parse("--natives")).hasMessageContaining("lacks its folder");
        assertThatThrownBy(() -> Arguments.parse("--speed", "11")).hasMessageContaining("unknown argument --speed");
    }
}
