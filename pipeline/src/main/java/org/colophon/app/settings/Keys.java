package org.colophon.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.ReadingStep;

/** Every key there is, with its default. {@code config/colophon.yml} says what each is for; a test holds the two together. */
public final class Keys {
    public static final Key<Integer> WEB_PORT = Key.of("web.port", "8080", Kinds.number(0, 65_535));
    public static final Key<String> WEB_ADDRESS = Key.of("web.address", "127.0.0.1", Kinds.TEXT);
    public static final Key<Optional<URI>> SITE_URL = Key.of("site.url", "", Kinds.ORIGIN);
    public static final Key<String> SITE_TITLE = Key.of("site.title", "Reading room", Kinds.TEXT);

    public static final Key<String> INBOX_PATH = Key.of("inbox.path", "inbox", Kinds.TEXT);
    public static final Key<Duration> INBOX_QUIET = Key.of("inbox.quiet", "60s", Kinds.DURATIONS);
    public static final Key<Duration> INBOX_GIVE_UP = Key.of("inbox.give-up", "10m", Kinds.DURATIONS);
    public static final Key<Duration> INBOX_EVERY = Key.of("inbox.every", "3s", Kinds.DURATIONS);
    public static final Key<Long> INBOX_RESERVE = Key.of("inbox.reserve", "2g", Kinds.BYTES);
    public static final Key<Integer> INBOX_OPEN_PAGES =
            Key.of("inbox.open-pages", "20000", Kinds.number(1, 10_000_000));

    public static final Key<String> VIRUS_CLAMD = Key.of("virus.clamd", "", Kinds.SOCKET);

    public static final Key<String> IDS_NAAN = Key.of(
            "ids.naan", "99999", Kinds.matching("[0-9bcdfghjkmnpqrstvwxz]{5,9}", "a name assigning authority number"));

    public static final Key<Optional<URI>> STORE_ENDPOINT = Key.of("store.endpoint", "", Kinds.URL);
    public static final Key<String> STORE_REGION = Key.of("store.region", "us-east-1", Kinds.TEXT);
    public static final Key<Boolean> STORE_PATH_STYLE = Key.of("store.path-style", "true", Kinds.SWITCH);
    public static final Key<String> STORE_ACCESS_KEY = new Key<>("store.access-key", "", Kinds.TEXT, true);
    public static final Key<String> STORE_SECRET_KEY = new Key<>("store.secret-key", "", Kinds.TEXT, true);

    public static final Key<String> LEDGER_URL =
            Key.of("ledger.url", "", Kinds.matching("|jdbc:postgresql:.*", "jdbc:postgresql://… or nothing"));
    public static final Key<String> LEDGER_USER = Key.of("ledger.user", "colophon", Kinds.TEXT);
    public static final Key<String> LEDGER_PASSWORD = new Key<>("ledger.password", "", Kinds.TEXT, true);

    public static final Key<String> BROKER_URL =
            Key.of("broker.url", "", Kinds.matching("|\\(?tcp://.+", "tcp://host:61616 or nothing"));
    public static final Key<String> BROKER_USER = Key.of("broker.user", "", Kinds.TEXT);
    public static final Key<String> BROKER_PASSWORD = new Key<>("broker.password", "", Kinds.TEXT, true);

    public static final Key<String> WORKSPACE_KIND =
            Key.of("workspace.kind", "auto", Kinds.oneOf("auto", "folder", "store"));
    public static final Key<Long> WORKSPACE_CACHE = Key.of("workspace.cache", "20g", Kinds.BYTES);

    public static final Key<List<String>> OCR_LANGUAGES = Key.of("ocr.languages", "en", Kinds.WORDS);
    public static final Key<Integer> OCR_WORKERS = Key.of("ocr.workers", "0", Kinds.number(0, 256));
    public static final Key<List<String>> OCR_TESSDATA = Key.of("ocr.tessdata", "", Kinds.PATHS);
    private static final List<String> STEPS =
            ReadingStep.ALL.stream().map(ReadingStep::key).toList();
    public static final Key<List<String>> OCR_STEPS = Key.of("ocr.steps", String.join(",", STEPS), Kinds.someOf(STEPS));

    public static final Key<String> QUALITY_PROFILE = Key.of(
            "quality.profile",
            "anything-readable",
            Kinds.matching("[a-z0-9][a-z0-9-]{0,39}", "the name of a quality profile"));

    public static final Key<Long> LIMITS_PIXELS = Key.of("limits.pixels", "400000000", Kinds.count());
    public static final Key<Duration> LIMITS_SECONDS = Key.of("limits.seconds", "60s", Kinds.DURATIONS);
    public static final Key<Long> LIMITS_HEAP = Key.of("limits.heap", "640m", Kinds.BYTES);

    public static final Key<String> PUBLISH_MODE = Key.of("publish.mode", "auto", Kinds.oneOf("auto", "hold"));
    public static final Key<String> PUBLISH_ACCESS =
            Key.of("publish.access", "open", Kinds.oneOf("open", "login", "closed"));

    public static final Key<String> LOG_FORMAT = Key.of("log.format", "text", Kinds.oneOf("text", "json"));

    /** All of them, in the order of {@code config/colophon.yml}. */
    public static final List<Key<?>> ALL = List.of(
            WEB_PORT,
            WEB_ADDRESS,
            SITE_URL,
            SITE_TITLE,
            INBOX_PATH,
            INBOX_QUIET,
            INBOX_GIVE_UP,
            INBOX_EVERY,
            INBOX_RESERVE,
            INBOX_OPEN_PAGES,
            VIRUS_CLAMD,
            IDS_NAAN,
            STORE_ENDPOINT,
            STORE_REGION,
            STORE_PATH_STYLE,
            STORE_ACCESS_KEY,
            STORE_SECRET_KEY,
            LEDGER_URL,
            LEDGER_USER,
            LEDGER_PASSWORD,
            BROKER_URL,
            BROKER_USER,
            BROKER_PASSWORD,
            WORKSPACE_KIND,
            WORKSPACE_CACHE,
            OCR_LANGUAGES,
            OCR_WORKERS,
            OCR_TESSDATA,
            OCR_STEPS,
            QUALITY_PROFILE,
            LIMITS_PIXELS,
            LIMITS_SECONDS,
            LIMITS_HEAP,
            PUBLISH_MODE,
            PUBLISH_ACCESS,
            LOG_FORMAT);

    /** What a collection may say, under {@code collections.NAME.}. */
    static final List<String> OF_A_COLLECTION =
            List.of("title", "inbox", "languages", "quality", "access", "rights", "institution");

    private Keys() {}
}
