package org.colophon.app.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.colophon.item.Access;
import org.colophon.item.Collection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    private static final Path SHIPPED = Path.of("..", "config", "colophon.yml");

    @TempDir
    Path home;

    @Test
    void everyKeyStandsInTheShippedFileWithItsDefault() {
        Map<String, Layer.Value> shipped = Layer.file(SHIPPED).values();
        assertThat(shipped.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Keys.ALL.stream().map(Key::name).toList());
        Keys.ALL.forEach(
                key -> assertThat(shipped.get(key.name()).text()).as(key.name()).isEqualTo(key.fallback()));
    }

    @Test
    void theShippedFileIsAccepted() {
        Settings settings = Settings.of(home, List.of(Layer.shipped(SHIPPED)));
        assertThat(settings.get(Keys.INBOX_QUIET)).isEqualTo(Duration.ofSeconds(60));
        assertThat(settings.isNamed(Keys.PUBLISH_ACCESS)).isFalse();
    }

    @Test
    void aLaterLayerWins() {
        Settings settings = Settings.of(
                home,
                List.of(
                        Layer.assignments(List.of("web.port=1", "inbox.quiet=2s")),
                        Layer.environment(Map.of("COLOPHON_WEB_PORT", "2")),
                        Layer.assignments(List.of("web.port=3"))));
        assertThat(settings.get(Keys.WEB_PORT)).isEqualTo(3);
        assertThat(settings.get(Keys.INBOX_QUIET)).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void allProblemsAreReportedTogether() {
        assertThatThrownBy(() -> Settings.of(
                        home,
                        List.of(Layer.assignments(
                                List.of("web.prot=1", "web.port=many", "publish.mode=later", "nonsense")))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("web.prot (--set): there is no such key; did you mean web.port?")
                .hasMessageContaining("\"many\" is not a whole number from 0 to 65535")
                .hasMessageContaining("one of auto, hold")
                .hasMessageContaining("--set nonsense: write --set key=value");
    }

    @Test
    void aSecretComesFromAFileAndIsNeverShown() throws IOException {
        Path file = Files.writeString(home.resolve("secret"), "  s3cr3t\n");
        Settings settings = Settings.of(
                home, List.of(Layer.environment(Map.of("COLOPHON_STORE_SECRET_KEY_FILE", file.toString()))));
        assertThat(settings.get(Keys.STORE_SECRET_KEY)).isEqualTo("s3cr3t");
        assertThatThrownBy(() ->
                        Settings.of(home, List.of(Layer.assignments(List.of("store.secret-key=s3cr3t", "web.prot=1")))))
                .message()
                .doesNotContain("s3cr3t");
    }

    @Test
    void aCollectionTakesWhatItDoesNotSayFromTheDefaults() throws IOException {
        Path file = Files.writeString(
                home.resolve("colophon.yml"),
                """
                publish: {access: closed}
                collections:
                  letters:
                    inbox: letters-in
                    languages: [de-Latf, la]
                  open-ones:
                    inbox: open-in
                    access: open
                """);
        Settings settings = Settings.of(home, List.of(Layer.file(file)));
        assertThat(settings.collections())
                .extracting(Collection::name)
                .containsExactly("default", "letters", "open-ones");
        Collection letters = settings.collections().get(1);
        assertThat(letters.languages()).containsExactly("de-Latf", "la");
        assertThat(letters.access().level()).isEqualTo(Access.Level.CLOSED);
        assertThat(letters.inbox()).isEqualTo(home.resolve("letters-in").toAbsolutePath());
        assertThat(settings.collections().get(2).access().level()).isEqualTo(Access.Level.OPEN);
    }

    @Test
    void aPasswordInTheLedgersAddressIsRefusedAndNotShown() {
        assertThatThrownBy(() -> Settings.of(
                        home,
                        List.of(Layer.assignments(
                                List.of("ledger.url=jdbc:postgresql://db/colophon?ssl=true&password=s3cr3t")))))
                .hasMessageContaining("COLOPHON_LEDGER_PASSWORD_FILE")
                .message()
                .doesNotContain("s3cr3t");
    }

    @Test
    void aFolderMayHaveSpacesInItsName() throws IOException {
        Path file = Files.writeString(
                home.resolve("colophon.yml"), "ocr: {tessdata: [/srv/my models, /srv/more], languages: de la}");
        Settings settings = Settings.of(home, List.of(Layer.file(file)));
        assertThat(settings.get(Keys.OCR_TESSDATA)).containsExactly("/srv/my models", "/srv/more");
        assertThat(settings.get(Keys.OCR_LANGUAGES)).containsExactly("de", "la");
    }

    @Test
    void aPublicAddressWithAPathIsRefused() {
        assertThatThrownBy(() -> Settings.of(home, List.of(Layer.assignments(List.of("site.url=https://x.org/scans")))))
                .hasMessageContaining("without a path");
    }

    @Test
    void aVirusScannerIsAtAPortOrASocket() {
        for (String good : List.of("", "scanner.example.org:3310", "[::1]:3310", "/run/clamav/clamd.ctl")) {
            assertThat(Settings.of(home, List.of(Layer.assignments(List.of("virus.clamd=" + good))))
                            .get(Keys.VIRUS_CLAMD))
                    .isEqualTo(good);
        }
        for (String bad : List.of("scanner", "scanner:99999", ":3310", "::1:3310", "http://scanner:3310")) {
            assertThatThrownBy(() -> Settings.of(home, List.of(Layer.assignments(List.of("virus.clamd=" + bad)))))
                    .hasMessageContaining("/run/clamav/clamd.ctl");
        }
    }

    @Test
    void anInboxInsideAnotherIsRefused() {
        assertThatThrownBy(() -> Settings.of(
                        home, List.of(Layer.assignments(List.of("collections.letters.inbox=inbox/letters")))))
                .hasMessageContaining("collections.letters.inbox lies in the inbox of default");
    }

    @Test
    void brokenYamlIsNamedWithItsFile() throws IOException {
        Path file = Files.writeString(home.resolve("colophon.yml"), "web: [port: 1");
        assertThatThrownBy(() -> Settings.of(home, List.of(Layer.file(file)))).hasMessageContaining("colophon.yml");
    }
}
