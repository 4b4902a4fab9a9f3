package org.colophon.examine.quality;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.colophon.worker.protocol.Finding.Level;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Reads a quality profile out of a YAML file; {@code config/quality/} holds those that come with Colophon. */
final class ProfileFile {
    private static final int DRAWING_DPI = 300;
    private static final int HIGHEST_DPI = 1200;
    private static final List<String> KEYS =
            List.of("title", "basis", "rules", "findings", "not-judged", "drawing-dpi");

    private ProfileFile() {}

    /** The profile of a file; what is wrong is added to the problems, and the profile is not to be used then. */
    static Optional<Profile> read(String name, Path file, List<String> problems) {
        try {
            Node tree = new Yaml(new SafeConstructor(new LoaderOptions()))
                    .compose(new StringReader(Files.readString(file)));
            if (tree == null) {
                problems.add(file + ": is empty; see config/quality/ for the form of a profile");
                return Optional.empty();
            }
            return Optional.of(profile(name, new Section(file.toString(), "", tree, problems)));
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            problems.add(file + ", line " + line + ": is not YAML: " + e.getProblem());
        } catch (YAMLException | IOException e) {
            problems.add(file + ": cannot be read (" + e.getMessage() + ")");
        }
        return Optional.empty();
    }

    private static Profile profile(String name, Section top) {
        top.only(KEYS);
        List<Rule> rules = top.section("rules").map(RuleSection::read).orElse(List.of());
        Map<String, Optional<Level>> levels =
                top.section("findings").map(ProfileFile::levels).orElse(Map.of());
        Integer dpi = top.count("drawing-dpi");
        if (dpi != null && dpi > HIGHEST_DPI) {
            top.wrong("drawing-dpi", "is higher than " + HIGHEST_DPI);
        }
        String title = top.text("title");
        top.text("basis");
        return new Profile(
                name,
                title == null ? name : title,
                rules,
                levels,
                top.texts("not-judged"),
                dpi == null ? DRAWING_DPI : dpi);
    }

    private static Map<String, Optional<Level>> levels(Section findings) {
        List<String> known = Checks.LEVELS.keySet().stream().sorted().toList();
        findings.only(known);
        Map<String, Optional<Level>> levels = new TreeMap<>();
        for (String rule : findings.keys()) {
            if (known.contains(rule)) {
                levels.put(rule, Optional.ofNullable(findings.level(rule, Level.WARN)));
            }
        }
        return levels;
    }
}
