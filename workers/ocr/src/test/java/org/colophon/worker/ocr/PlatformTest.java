package org.colophon.worker.ocr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux,amd64,linux-x86_64",
        "Linux,aarch64,linux-arm64",
        "Mac OS X,aarch64,macosx-arm64",
        "Mac OS X,x86_64,macosx-x86_64",
        "Windows 11,amd64,windows-x86_64",
    })
    void theJarsHoldTheLibrariesOfEveryPlatform(String os, String processor, String name) {
        Platform platform = Platform.of(os, processor);

        assertThat(platform.name()).isEqualTo(name);
        assertThat(platform.libraries()).allSatisfy(library -> assertThat(PlatformTest.class.getResource(
                        "/org/bytedeco/" + library.module() + "/" + name + "/" + library.file()))
                .as(library.file())
                .isNotNull());
    }

    @Test
    void anotherPlatformIsToldWhichOnesThereAre() {
        assertThatThrownBy(() -> Platform.of("SunOS", "sparcv9"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("Linux");
    }
}
