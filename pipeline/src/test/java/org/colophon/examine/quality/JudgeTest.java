package org.colophon.examine.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Description;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Measures;
import org.colophon.worker.protocol.Result.Examination;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTest {
    private static final Identification TIFF =
            new Identification("fmt/353", "Tagged Image File Format", null, "image/tiff");
    private static final ImageFacts.Capture NOBODY = new ImageFacts.Capture(null, null, null, null);

    @TempDir
    Path folder;

    private static ImageFacts facts(Double dpi, String photometric, List<Integer> bits, String icc) {
        return new ImageFacts(
                2480, 3508, 1, bits, photometric, "LZW", "little endian", dpi, dpi, "in.", icc, 0, NOBODY);
    }

    private static ImageFacts good() {
        return facts(300.0, "RGB", List.of(8, 8, 8), "Adobe RGB (1998)");
    }

    private static Examination of(ImageFacts facts, Measures measures, Finding... findings) {
        return new Examination(TIFF, facts, List.of(findings), List.of(), List.of(), measures);
    }

    private Judge judge(String profile, String yaml) throws IOException {
        Files.writeString(folder.resolve(profile + ".yml"), yaml);
        List<String> problems = new ArrayList<>();
        Profiles profiles = Profiles.read(List.of(folder), problems);
        assertThat(problems).isEmpty();
        return new Judge(profiles.named(profile));
    }

    private List<Finding> found(String rule, Examination page) throws IOException {
        return found(rule, page, Optional.empty());
    }

    private List<Finding> found(String rule, Examination page, Optional<PhysicalSize> size) throws IOException {
        return judge("ours", "rules:\n  " + rule + "\n")
                .judge(page, "x_0017.tif", size)
                .examination()
                .findings();
    }

    @Test
    void aLowResolutionIsToldWithWhatIsAskedAndWhatToDo() throws IOException {
        Examination page = of(facts(200.0, "RGB", List.of(8, 8, 8), null), null);
        assertThat(found("resolution: { at-least: 294 }", page))
                .containsExactly(new Finding(
                        "resolution",
                        Level.REJECT,
                        "200 dpi, the profile ours asks for at least 294; rescan at 300 or more"));
        assertThat(found("resolution: { at-least: 150, at-most: 190, level: warn }", page))
                .extracting(Finding::text)
                .containsExactly("200 dpi, the profile ours asks for at most 190; rescan at 150");
        assertThat(found("resolution: { at-least: 200 }", page)).isEmpty();
        Examination rounded = of(facts(299.9994, "RGB", List.of(8, 8, 8), null), null);
        assertThat(found("resolution: { at-least: 300, at-most: 300 }", rounded))
                .isEmpty();
    }

    @Test
    void aResolutionThatIsNotStatedHasALevelOfItsOwn() throws IOException {
        Examination page = of(facts(null, "RGB", List.of(8, 8, 8), null), null);
        assertThat(found("resolution: { at-least: 294, unstated: note }", page))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.level()).isEqualTo(Level.NOTE);
                    assertThat(finding.text())
                            .contains("does not state its resolution")
                            .contains("rescan at 300");
                });
        assertThat(found("resolution: { at-least: 294, unstated: off }", page)).isEmpty();
    }

    @Test
    void theMeasuredResolutionIsThePixelsOnTheSheetThatTheMetadataState() throws IOException {
        Examination page = of(good(), null);
        String rule = "measured-resolution: { at-least: 294 }";
        assertThat(found(rule, page)).as("no size stated").isEmpty();
        assertThat(found(rule, page, size("21 x 29.7 cm"))).isEmpty();
        assertThat(found(rule, page, size("printed sheet, 297 × 420 mm")))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("measured 212 dpi")
                        .contains("29.7 × 42.0 cm")
                        .contains("though the file states 300"));
        assertThat(found(rule, page, size("8,25 x 11 in"))).isEmpty();
        assertThat(size("two boxes, 3 pages")).isEmpty();
        assertThat(size("30 x 21 x 4 cm")).contains(new PhysicalSize(21 / 2.54, 30 / 2.54));
        assertThat(size("1" + " ".repeat(100_000))).isEmpty();
    }

    private static Optional<PhysicalSize> size(String extent) {
        return PhysicalSize.of(new Description(List.of(new Description.Term("extent", extent))));
    }

    @Test
    void formatCompressionDepthColorAndProfileAreHeldAgainstWhatIsAllowed() throws IOException {
        Examination page = of(facts(300.0, "BlackIsZero", List.of(1), null), null);
        assertThat(found("formats: { allow: [JPEG_2000, PDF] }", page))
                .extracting(Finding::text)
                .containsExactly("TIFF, the profile ours asks for JPEG_2000 or PDF; deliver it as JPEG_2000");
        assertThat(found("compression: { allow: [Uncompressed] }", page))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).startsWith("compressed as LZW, the profile ours"));
        assertThat(found("bit-depth: { allow: [8, 16] }", page)).singleElement().satisfies(finding -> assertThat(
                        finding.text())
                .startsWith("1 bit a sample, the profile ours asks for 8 or 16"));
        assertThat(found("color-space: { allow: [grey, RGB] }", page))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).startsWith("its color space is bilevel"));
        assertThat(found("icc-profile: { allow: [sRGB*] }", page))
                .as("bilevel needs none")
                .isEmpty();
        assertThat(found("icc-profile: { allow: [sRGB*] }", of(good(), null)))
                .extracting(Finding::text)
                .containsExactly(
                        "the embedded color profile is \"Adobe RGB (1998)\", the profile ours asks for sRGB*; set the"
                                + " scanner to it and rescan");
        assertThat(found("icc-profile: { allow: [adobergb*, '*gamma*2.2'] }", of(good(), null)))
                .isEmpty();
        assertThat(found("icc-profile: { level: note }", of(facts(300.0, "RGB", List.of(8, 8, 8), null), null)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.level()).isEqualTo(Level.NOTE));
    }

    @Test
    void sizeOrientationAndNameAreHeldAgainstWhatIsAsked() throws IOException {
        Examination page = of(good(), null);
        assertThat(found("dimensions: { shorter-at-least: 3000 }", page))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .startsWith("2480 × 3508 pixels, the profile ours asks for at least 3000"));
        assertThat(found("dimensions: { longer-at-most: 3507 }", page)).hasSize(1);
        assertThat(found("dimensions: { shorter-at-least: 2480, longer-at-most: 3508 }", page))
                .isEmpty();
        assertThat(found("orientation: { level: warn }", page)).isEmpty();
        assertThat(found("names: { pattern: '[a-z]_[0-9]{4}\\.tif' }", page)).isEmpty();
        assertThat(found("names: { pattern: 'book_.*', example: book_0001.tif }", page))
                .extracting(Finding::text)
                .containsExactly(
                        "its name is not as the profile ours asks for, such as book_0001.tif; rename the file");
    }

    @Test
    void aProfileWeighsWhatTheWorkerFoundButNotWhetherAPageIsWhole() throws IOException {
        Judge judge = judge("ours", "findings: { wrong-extension: note, jhove: off }\n");
        List<Finding> findings = judge.judge(
                        of(
                                good(),
                                null,
                                new Finding("wrong-extension", Level.WARN, "it is a PNG"),
                                new Finding("jhove", Level.WARN, "not valid"),
                                new Finding("truncated", Level.REJECT, "cut off")),
                        "x.tif",
                        Optional.empty())
                .examination()
                .findings();
        assertThat(findings)
                .extracting(Finding::rule, Finding::level)
                .containsExactly(tuple("truncated", Level.REJECT), tuple("wrong-extension", Level.NOTE));
    }

    @Test
    void whatCannotBeJudgedIsSaidSoAndNeverCalledKept() throws IOException {
        Judge judge = judge("ours", "rules: { bit-depth: { allow: [8] } }\nnot-judged: [tone, color accuracy]\n");
        assertThat(judge.judge(of(good(), null), "x", Optional.empty()).detail())
                .isEqualTo("quality profile ours: kept; not judged: tone, color accuracy");
        assertThat(judge.judge(of(good(), null, new Finding("jhove", Level.WARN, "odd")), "x", Optional.empty())
                        .detail())
                .isEqualTo("quality profile ours: kept; found: jhove: odd; not judged: tone, color accuracy");
        assertThat(judge.judge(of(null, null), "x", Optional.empty()).detail())
                .isEqualTo(
                        "quality profile ours: could not be judged, since the page cannot be measured; not judged: tone,"
                                + " color accuracy");
    }

    @Test
    void measuresBecomeFindingsInWords() throws IOException {
        Judge judge = judge("ours", "title: Ours\n");
        Measures bad = new Measures(0.08, 4.2, 0.0, 0.1, 0.01, new Measures.Cut(0, 0, 0.9, 0), "ff");
        assertThat(judge.judge(of(good(), bad), "x", Optional.empty())
                        .examination()
                        .findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder(Checks.SKEWED, Checks.OUT_OF_FOCUS, Checks.CUT_OFF);
        Measures blank = new Measures(0, null, null, null, null, null, null);
        assertThat(judge.judge(of(good(), blank), "x", Optional.empty())
                        .examination()
                        .findings())
                .extracting(Finding::rule, Finding::level)
                .containsExactly(tuple(Checks.BLANK, Level.NOTE));
        assertThat(PageChecks.turned(180, 9.0).text())
                .contains("stands on its head")
                .contains("9.0");
        assertThat(PageChecks.turned(90, 0.4)).isNull();
        assertThat(PageChecks.turned(0, 20.0)).isNull();
    }
}
