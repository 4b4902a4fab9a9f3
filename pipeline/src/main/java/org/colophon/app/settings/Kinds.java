package org.colophon.app.settings;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How values are written in the configuration. */
final class Kinds {
    private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|min|h|d)?");
    private static final Pattern SIZE = Pattern.compile("(\\d+)\\s*(b|kb|k|mb|m|gb|g|tb|t)?");

    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:[^\\s:/\\[\\]]+|\\[[0-9A-Fa-f:.]+\\]):([0-9]{1,5})");

    static final Key.Kind<String> TEXT = new Key.Kind<>("text", text -> text);
    static final Key.Kind<Boolean> SWITCH = new Key.Kind<>("true or false", Kinds::flag);
    static final Key.Kind<Duration> DURATIONS = new Key.Kind<>("a time such as 10s, 5m or 1h", Kinds::duration);
    static final Key.Kind<Long> BYTES = new Key.Kind<>("a size such as 512m or 2g", Kinds::bytes);
    static final Key.Kind<List<String>> WORDS = new Key.Kind<>("a list", text -> list(text, "[,\\s]+"));
    static final Key.Kind<List<String>> PATHS = new Key.Kind<>("a list of folders", text -> list(text, ","));
    static final Key.Kind<Optional<URI>> URL = new Key.Kind<>("an http or https address, or nothing", Kinds::address);

    static final Key.Kind<Optional<URI>> ORIGIN = new Key.Kind<>(
            "scheme, host and port such as https://scans.example.org, without a path, or nothing", Kinds::origin);

    static final Key.Kind<String> SOCKET = new Key.Kind<>(
            "host:port such as 127.0.0.1:3310, the path of a socket such as /run/clamav/clamd.ctl, or nothing",
            Kinds::socket);

    private Kinds() {}

    static Key.Kind<Integer> number(int least, int most) {
        return new Key.Kind<>("a whole number from " + least + " to " + most, text -> {
            int value = Integer.parseInt(text.trim());
            if (value < least || value > most) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    static Key.Kind<Long> count() {
        return new Key.Kind<>("a whole number above 0, such as 400000000", text -> {
            long value = Long.parseLong(text.trim().replace("_", ""));
            if (value <= 0) {
                throw new IllegalArgumentException();
            }
            return value;
        });
    }

    static Key.Kind<String> oneOf(String... values) {
        return new Key.Kind<>("one of " + String.join(", ", values), text -> {
            if (!Arrays.asList(values).contains(text)) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    static Key.Kind<List<String>> someOf(List<String> values) {
        return new Key.Kind<>("some of " + String.join(", ", values) + ", or none", text -> {
            List<String> chosen = text.equals("none") ? List.of() : list(text, "[,\\s]+");
            if (!values.containsAll(chosen)) {
                throw new IllegalArgumentException();
            }
            return chosen;
        });
    }

    static Key.Kind<String> matching(String form, String expected) {
        Pattern pattern = Pattern.compile(form);
        return new Key.Kind<>(expected, text -> {
            if (!pattern.matcher(text).matches()) {
                throw new IllegalArgumentException();
            }
            return text;
        });
    }

    private static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        };
    }

    private static Duration duration(String text) {
        Matcher form = DURATION.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException();
        }
        long value = Long.parseLong(form.group(1));
        return switch (form.group(2) == null ? "s" : form.group(2)) {
            case "ms" -> Duration.ofMillis(value);
            case "s" -> Duration.ofSeconds(value);
            case "h" -> Duration.ofHours(value);
            case "d" -> Duration.ofDays(value);
            default -> Duration.ofMinutes(value);
        };
    }

    private static Long bytes(String text) {
        Matcher form = SIZE.matcher(text.trim().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException();
        }
        int shift =
                form.group(2) == null ? 0 : 10 * "bkmgt".indexOf(form.group(2).charAt(0));
        return Math.multiplyExact(Long.parseLong(form.group(1)), 1L << shift);
    }

    private static List<String> list(String text, String separator) {
        return Arrays.stream(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static String socket(String text) {
        String trimmed = text.trim();
        Matcher form = HOST_AND_PORT.matcher(trimmed);
        boolean good = trimmed.isEmpty() || trimmed.startsWith("/");
        if (!good && (!form.matches() || Integer.parseInt(form.group(1)) > 65_535)) {
            throw new IllegalArgumentException();
        }
        return trimmed;
    }

    private static Optional<URI> origin(String text) {
        Optional<URI> address = address(text);
        address.ifPresent(uri -> {
            boolean bare = uri.getRawPath() == null
                    || uri.getRawPath().isEmpty()
                    || uri.getRawPath().equals("/");
            if (!bare || uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
                throw new IllegalArgumentException();
            }
        });
        return address;
    }

    private static Optional<URI> address(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI uri = URI.create(text.trim());
        if (uri.getHost() == null || !List.of("http", "https").contains(uri.getScheme())) {
            throw new IllegalArgumentException();
        }
        return Optional.of(uri);
    }
}
