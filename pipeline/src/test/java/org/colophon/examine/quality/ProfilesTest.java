package org.colophon.examine.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.Finding.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfilesTest {
    private static final Path SHIPPED = Path.of("..", "config", "quality");

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();

    private Profiles read() {
        return Profiles.read(List.of(SHIPPED, folder), problems);
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    @Test
    void thoseThatComeWithTheProgramAreGood() {
        assertThat(read().names())
                .containsExactlyInAnyOrder(
                        "anything-readable",
                        "fadgi-4-star",
                        "fadgi-3-star",
                        "fadgi-2-star",
                        "ndnp-tiff",
                        "text-minimum");
        assertThat(problems).isEmpty();
    }

    @Test
    void theDefaultStatesEveryFindingWithTheLevelItHasAnyway() {
        Profile shipped = read().named("anything-readable");
        assertThat(shipped.rules()).isEmpty();
        assertThat(shipped.levels()).isEqualTo(Checks.LEVELS);
    }

    @Test
    void oneOfOnesOwnTakesThePlaceOfItsNamesake() throws IOException {
        write("fadgi-3-star.yml", "title: Ours\n");
        assertThat(read().named("fadgi-3-star").title()).isEqualTo("Ours");
    }

    @Test
    void eachProblemNamesFileLineAndKey() throws IOException {
        Path file = write(
                "ours.yml",
                """
                title: Ours
                rules:
                  resolution: { at-least: many, level: reject }
                  compression:
                    allow: [LZW]
                    level: forbid
                  colour: { allow: [RGB] }
                  formats: { allow: [TIF] }
                  names: { pattern: '[a-z' }
                findings:
                  blnk: warn
                drawing-dpi: 0
                """);
        write(
                "nonsense.yml",
                """
                rules:
                  compression: { allow: [Uncompresed] }
                  resolution: { at-least: 300d }
                  measured-resolution: { at-least: 300, rescan-at: 99 }
                  dimensions: { level: warn }
                """);
        read();
        assertThat(problems)
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo(file + ", line 3: rules.resolution.at-least is \"many\", not a number above 0"))
                .anySatisfy(
                        line -> assertThat(line)
                                .isEqualTo(
                                        file
                                                + ", line 6: rules.compression.level is \"forbid\", not one of reject, warn, note, off"))
                .anySatisfy(line ->
                        assertThat(line).startsWith(file + ", line 7: rules.colour is no key; there are formats, "))
                .anySatisfy(line -> assertThat(line)
                        .startsWith(file + ", line 8: rules.formats.allow names \"TIF\"; there are TIFF"))
                .anySatisfy(line -> assertThat(line).startsWith(file + ", line 9: rules.names.pattern is no regular"))
                .anySatisfy(line -> assertThat(line).startsWith(file + ", line 11: findings.blnk is no key"))
                .anySatisfy(line -> assertThat(line).startsWith(file + ", line 12: drawing-dpi is \"0\""))
                .anySatisfy(line ->
                        assertThat(line).contains("nonsense.yml, line 2: ").contains("Uncompresed"))
                .anySatisfy(line ->
                        assertThat(line).contains("nonsense.yml, line 3: ").contains("300d"))
                .anySatisfy(line ->
                        assertThat(line).contains("nonsense.yml, line 4: ").contains("rescan-at"))
                .anySatisfy(line ->
                        assertThat(line).contains("nonsense.yml, line 5: ").contains("is missing"))
                .hasSize(11);
    }

    @Test
    void whatIsNoYamlOrNamesNothingIsToldWithItsLine() throws IOException {
        Path broken = write("broken.yml", "title: 'open\nrules: {\n");
        Path empty = write("empty.yml", "");
        Path list = write("list.yml", "- one\n");
        Path named = write("Our Profile.yml", "title: x\n");
        read();
        assertThat(problems)
                .anyMatch(line -> line.startsWith(broken + ", line ") && line.contains("is not YAML"))
                .anyMatch(line -> line.startsWith(empty + ": is empty"))
                .anyMatch(line -> line.startsWith(list + ", line 1: the file holds no keys"))
                .anyMatch(line -> line.startsWith(named + ": a profile's name has small letters"))
                .hasSize(4);
    }

    @Test
    void aFindingThatIsOffIsNotTold() throws IOException {
        write("quiet.yml", "findings: { blank: off, skewed: reject }\n");
        Profile quiet = read().named("quiet");
        assertThat(quiet.level(Checks.BLANK)).isEmpty();
        assertThat(quiet.level(Checks.SKEWED)).isEqualTo(Optional.of(Level.REJECT));
        assertThat(quiet.level(Checks.CUT_OFF)).isEqualTo(Optional.of(Level.WARN));
    }

    @Test
    void aWorkerHearsOfFormatsThatAreNotTakenUsually() throws IOException {
        write("pictures.yml", "rules: { formats: { allow: [TIFF, GIF, HEIF] } }\ndrawing-dpi: 400\n");
        Profile pictures = read().named("pictures");
        assertThat(pictures.terms().formats()).containsExactly("GIF", "HEIF");
        assertThat(pictures.terms().drawingDpi()).isEqualTo(400);
    }
}
