package org.colophon.app.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.colophon.item.Access;
import org.colophon.item.Collection;

/** The configuration of one start: every value checked, every problem reported together. */
public final class Settings {
    private static final Pattern COLLECTION = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final Pattern PASSWORD_IN_URL = Pattern.compile("[?&]password=", Pattern.CASE_INSENSITIVE);

    private final Path home;
    private final Map<String, Layer.Value> values;
    private final Map<String, Object> parsed = new TreeMap<>();
    private final List<Collection> collections;

    private Settings(Path home, Map<String, Layer.Value> values, List<String> problems) {
        this.home = home;
        this.values = values;
        for (Key<?> key : Keys.ALL) {
            parse(key, problems);
        }
        checkNames(problems);
        checkLedger(problems);
        this.collections = problems.isEmpty() ? readCollections(problems) : List.of();
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
    }

    /**
     * Lays the layers over each other, later ones winning, and checks the result.
     *
     * @param home the home folder; relative paths are meant from it
     * @throws ConfigException with every problem
     */
    public static Settings of(Path home, List<Layer> layers) {
        List<String> problems = new ArrayList<>();
        Map<String, Layer.Value> values = new TreeMap<>();
        for (Layer layer : layers) {
            problems.addAll(layer.problems());
            values.putAll(layer.values());
        }
        return new Settings(home, values, problems);
    }

    /** A key's value. */
    @SuppressWarnings("unchecked") // parse() stored what this very key's kind gave
    public <T> T get(Key<T> key) {
        return (T) parsed.get(key.name());
    }

    /** Whether an operator named the key, even with its default's value; the shipped file does not count. */
    public boolean isNamed(Key<?> key) {
        Layer.Value value = values.get(key.name());
        return value != null && !value.origin().equals(Layer.SHIPPED);
    }

    /** The collections; {@code default} is always among them, first. */
    public List<Collection> collections() {
        return collections;
    }

    private <T> void parse(Key<T> key, List<String> problems) {
        Layer.Value value = values.getOrDefault(key.name(), new Layer.Value(key.fallback(), "default"));
        try {
            parsed.put(key.name(), key.kind().parse().apply(value.text()));
        } catch (RuntimeException e) {
            problems.add(key.name() + " (" + value.origin() + "): "
                    + (key.secret() ? "this value" : "\"" + value.text() + "\"") + " is not "
                    + key.kind().expected());
        }
    }

    private void checkNames(List<String> problems) {
        for (Map.Entry<String, Layer.Value> entry : values.entrySet()) {
            String name = entry.getKey();
            boolean known = Keys.ALL.stream().anyMatch(key -> key.name().equals(name)) || isOfACollection(name);
            if (!known) {
                problems.add(name + " (" + entry.getValue().origin() + "): there is no such key"
                        + Nearest.to(name, Keys.ALL.stream().map(Key::name).toList())
                                .map(near -> "; did you mean " + near + "?")
                                .orElse("; config/colophon.yml lists them all"));
            }
        }
    }

    /** The address is shown in messages and logs; the password must not be. */
    private void checkLedger(List<String> problems) {
        Layer.Value url = values.get(Keys.LEDGER_URL.name());
        if (url != null && PASSWORD_IN_URL.matcher(url.text()).find()) {
            problems.add(Keys.LEDGER_URL.name() + " (" + url.origin() + "): the password does not belong into the"
                    + " address; name a file that holds it in COLOPHON_LEDGER_PASSWORD_FILE");
        }
    }

    private static boolean isOfACollection(String name) {
        String[] parts = name.split("\\.", -1);
        return parts.length == 3
                && parts[0].equals("collections")
                && COLLECTION.matcher(parts[1]).matches()
                && Keys.OF_A_COLLECTION.contains(parts[2]);
    }

    private List<Collection> readCollections(List<String> problems) {
        TreeSet<String> names = new TreeSet<>();
        values.keySet().stream().filter(Settings::isOfACollection).forEach(name -> names.add(name.split("\\.")[1]));
        names.remove("default");
        List<Collection> found = new ArrayList<>();
        found.add(collection("default", problems));
        names.forEach(name -> found.add(collection(name, problems)));
        checkInboxes(found, problems);
        return List.copyOf(found);
    }

    private Collection collection(String name, List<String> problems) {
        String inbox = of(name, "inbox", name.equals("default") ? get(Keys.INBOX_PATH) : "");
        if (inbox.isEmpty()) {
            problems.add("collections." + name + ".inbox is missing: name the folder this collection watches");
        }
        String access = of(name, "access", get(Keys.PUBLISH_ACCESS));
        Access.Level level = Access.Level.OPEN;
        try {
            level = Access.Level.of(access);
        } catch (IllegalArgumentException e) {
            problems.add("collections." + name + ".access: \"" + access + "\" is not one of open, login, closed");
        }
        List<String> languages = Kinds.WORDS.parse().apply(of(name, "languages", ""));
        return new Collection(
                name,
                nullIfEmpty(of(name, "title", "")),
                home.resolve(inbox).toAbsolutePath().normalize(),
                languages.isEmpty() ? get(Keys.OCR_LANGUAGES) : languages,
                of(name, "quality", get(Keys.QUALITY_PROFILE)),
                new Access(level, null),
                nullIfEmpty(of(name, "rights", "")),
                nullIfEmpty(of(name, "institution", "")));
    }

    private static void checkInboxes(List<Collection> found, List<String> problems) {
        for (Collection one : found) {
            for (Collection other : found) {
                if (!one.equals(other) && other.inbox().startsWith(one.inbox())) {
                    problems.add("collections." + other.name() + ".inbox lies in the inbox of " + one.name()
                            + ": each collection needs a folder of its own");
                }
            }
        }
    }

    private String of(String collection, String key, String fallback) {
        Layer.Value value = values.get("collections." + collection + "." + key);
        return value == null ? fallback : value.text();
    }

    private static String nullIfEmpty(String text) {
        return text.isEmpty() ? null : text;
    }
}
