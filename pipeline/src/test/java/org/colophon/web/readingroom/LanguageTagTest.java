package org.colophon.web.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever a catalogue calls a language, HTML gets the tag it knows. */
final class LanguageTagTest {

    @Test
    void threeLettersBecomeTwoWhereThereAreTwo() {
        assertThat(LanguageTag.of("ger")).hasValue("de");
        assertThat(LanguageTag.of("deu")).hasValue("de");
        assertThat(LanguageTag.of("fre")).hasValue("fr");
        assertThat(LanguageTag.of("ENG")).hasValue("en");
        assertThat(LanguageTag.of("grc")).hasValue("grc");
    }

    @Test
    void scriptsAndRegionsStay() {
        assertThat(LanguageTag.of("de-Latf")).hasValue("de-Latf");
        assertThat(LanguageTag.of("en_US")).hasValue("en-US");
        assertThat(LanguageTag.of("frk")).hasValue("de-Latf");
        assertThat(LanguageTag.of("chi_sim")).hasValue("zh-Hans");
    }

    @Test
    void wordsAreNoLanguage() {
        assertThat(LanguageTag.of("German and a little Latin")).isEmpty();
        assertThat(LanguageTag.of("\" onload=\"x")).isEmpty();
        assertThat(LanguageTag.of("")).isEmpty();
        assertThat(LanguageTag.first(List.of("???", "lat"))).hasValue("la");
    }
}
