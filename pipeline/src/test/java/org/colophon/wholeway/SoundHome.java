package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.colophon.item.SourcePath;

/**
 * What must hold of a home at rest, whatever happened in it: every scan that was dropped is in exactly one valid
 * object, every folder settled with its note, nothing doubled, half-done or left behind. Looks at the disk alone; to be
 * used when no service runs.
 */
public final class SoundHome {
    private static final Set<String> ENDS = Set.of("published", "rejected", "duplicate");

    private final Path home;
    private final List<Dropped> drops;
    private final Map<String, String> stateOf = new HashMap<>();
    private final Map<String, String> arkOf = new HashMap<>();

    private SoundHome(Path home, List<Dropped> drops) {
        this.home = home;
        this.drops = drops;
    }

    /** Checks everything; {@code drops} is all that was ever dropped into {@code home/inbox}. */
    public static void check(Path home, List<Dropped> drops) {
        try (Remains remains = Remains.ofTheDead(home)) {
            SoundHome sound = new SoundHome(home, drops);
            sound.ledger(remains);
            sound.fates();
            sound.archive();
            sound.folders();
            sound.copies(remains);
            sound.nothingLeftBehind();
        } catch (SQLException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private void ledger(Remains remains) throws SQLException {
        assertThat(remains.rows("pragma integrity_check")).isEqualTo(List.of(List.of("ok")));
        assertThat(remains.rows("select item, step, page from task where status <> 'done'"))
                .as("tasks that are not done")
                .isEmpty();
        assertThat(remains.rows("select item, step from attempt where ended is null"))
                .as("attempts without an end")
                .isEmpty();
        assertThat(remains.rows("select id from item where settled_at is null"))
                .as("items whose folder is not settled")
                .isEmpty();
        assertThat(remains.rows("select item, type, page, detail from event where type <> 'metadata extraction'"
                        + " and detail not like '%rejected%' group by item, type, page, detail having count(*) > 1"))
                .as("events told twice")
                .isEmpty();
        for (List<String> item : remains.rows("select source, state, ark, version, id from item")) {
            String place = home.toAbsolutePath()
                    .normalize()
                    .resolve("inbox")
                    .relativize(new SourcePath(item.get(0)).path())
                    .toString();
            assertThat(stateOf.put(place, item.get(1)))
                    .as("a second item of %s", place)
                    .isNull();
            assertThat(ENDS).as("the end of %s, %s", place, item.get(4)).contains(item.get(1));
            if (item.get(1).equals("published")) {
                assertThat(item.get(3)).as("version of %s", place).isEqualTo("1");
                arkOf.put(place, item.get(2));
            }
        }
    }

    private void fates() {
        assertThat(stateOf.keySet())
                .isEqualTo(drops.stream().map(Dropped::place).collect(Collectors.toSet()));
        Map<Set<String>, List<String>> twins = new HashMap<>();
        for (Dropped drop : drops) {
            String state = stateOf.get(drop.place());
            switch (drop.fate()) {
                case DEPOSITED -> assertThat(state).as(drop.place()).isEqualTo("published");
                case REJECTED -> assertThat(state).as(drop.place()).isEqualTo("rejected");
                case TWIN ->
                    twins.computeIfAbsent(Set.copyOf(drop.scans().values()), scans -> new ArrayList<>())
                            .add(state);
            }
        }
        assertThat(twins.values()).allSatisfy(states -> {
            assertThat(states).containsOnlyOnce("published");
            assertThat(states).isSubsetOf("published", "duplicate");
        });
    }

    /** Every scan in exactly one object, every other file in the object it came with, and no object beside these. */
    private void archive() throws IOException {
        Path root = home.resolve("store").resolve("colophon-archive");
        ValidObjects.check(root, List.copyOf(arkOf.values()));
        Map<String, Set<String>> objectsWith = new HashMap<>();
        for (String ark : arkOf.values()) {
            try (Remains remains = Remains.watched(home)) {
                for (Path file : files(remains.stored(ark))) {
                    objectsWith
                            .computeIfAbsent(Digests.sha512(file), digest -> new HashSet<>())
                            .add(ark);
                }
            }
        }
        for (Dropped drop : drops) {
            String ark = arkOf.get(drop.place());
            if (ark != null) {
                drop.scans().forEach((name, digest) -> assertThat(objectsWith.get(digest))
                        .as("%s of %s", name, drop.place())
                        .isEqualTo(Set.of(ark)));
                drop.others().forEach((name, digest) -> assertThat(objectsWith.get(digest))
                        .as("%s of %s", name, drop.place())
                        .contains(ark));
            } else if (drop.fate() == Dropped.Fate.REJECTED) {
                assertThat(objectsWith.keySet())
                        .doesNotContainAnyElementsOf(drop.scans().values());
            }
        }
    }

    /** Each folder where it belongs, its bytes as they were, its note with it; and nothing else there. */
    private void folders() throws IOException {
        Set<String> expected = new TreeSet<>();
        for (Dropped drop : drops) {
            String shelf =
                    switch (stateOf.get(drop.place())) {
                        case "rejected" -> "rejected";
                        case "duplicate" -> "duplicate";
                        default -> "done";
                    };
            String note = Map.of("rejected", "WHY.txt", "duplicate", "DUPLICATE.txt", "done", "RECEIPT.txt")
                    .get(shelf);
            String place = shelf + "/" + drop.place();
            expected.add(place + (drop.folder() ? "/" : ".") + note);
            Map<String, String> files = new HashMap<>(drop.scans());
            files.putAll(drop.others());
            files.forEach((name, digest) -> {
                String file = name.isEmpty() ? place : place + "/" + name;
                expected.add(file);
                assertThat(home.resolve(file)).exists();
                assertThat(Digests.sha512(home.resolve(file))).as(file).isEqualTo(digest);
            });
            if (drop.place().contains("/")) {
                expected.add(shelf + "/" + drop.place().replaceAll("/.*", "/metadata.csv"));
            }
        }
        Set<String> found = new TreeSet<>();
        for (String shelf : List.of("done", "rejected", "duplicate")) {
            files(home.resolve(shelf))
                    .forEach(file -> found.add(home.relativize(file).toString()));
        }
        assertThat(found).isEqualTo(expected);
        assertThat(home.resolve("inbox"))
                .isDirectoryNotContaining(path -> !path.endsWith("STATUS.txt") && !path.endsWith(".colophon-lock"));
    }

    /** Whoever opens a page finds its images, and its text where there is any. */
    private void copies(Remains remains) throws SQLException {
        for (List<String> page : remains.rows("select p.item, p.n, p.unread from page p join item i on i.id = p.item"
                + " where i.state = 'published'")) {
            Path folder = home.resolve("store")
                    .resolve("colophon-access")
                    .resolve(page.get(0))
                    .resolve(page.get(1));
            assertThat(Remains.list(folder))
                    .as("copies of page %s", page)
                    .hasSize(page.get(2).equals("0") ? 5 : 2);
        }
    }

    private void nothingLeftBehind() throws IOException {
        Path natives = home.resolve("work").resolve("natives");
        // The lock of a process that was killed before it had a folder for temporary files goes after a minute.
        Path temps = home.resolve("work").resolve("tmp");
        assertThat(files(home.resolve("work")))
                .as("orphans in the workspace")
                .allMatch(file -> file.startsWith(natives)
                        || (file.getParent().equals(temps) && file.toString().endsWith(".lock")));
        assertThat(Remains.list(home.resolve("work").resolve("items")))
                .as("items in the workspace")
                .isEmpty();
        assertThat(files(home.resolve("store").resolve(".incoming")))
                .as("unanswered puts")
                .isEmpty();
        assertThat(files(home)).as("temporary files").noneMatch(file -> file.getFileName()
                .toString()
                .matches(".*(\\.part|\\.tmp|~)|put-.*|store-keys\\d+.*"));
        assertThat(home.resolve("run.json")).doesNotExist();
    }

    private static List<Path> files(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
