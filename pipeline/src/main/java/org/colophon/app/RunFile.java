package org.colophon.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code HOME/run.json}: how to reach a live service of this home.
 *
 * @param web address of the web pages; null when it serves none
 * @param store endpoint of the store
 * @param keyFile file with the store's keys; null when they come from the configuration
 */
public record RunFile(long pid, String web, String store, String keyFile) {
    private static final Logger LOG = LoggerFactory.getLogger(RunFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In containers the next process has the same number; it did not begin at the same time. */
    private static final long SAME_START_MILLIS = 5_000;

    /** The file of a live process; empty when there is none, or when it came along with a copy of another home. */
    public static Optional<RunFile> read(Home home) {
        try {
            if (!Files.exists(home.runFile())) {
                return Optional.empty();
            }
            JsonNode run = JSON.readTree(Files.readString(home.runFile()));
            if (isOfAnother(run, home)) {
                return Optional.empty();
            }
            long pid = run.path("pid").asLong();
            boolean alive = Math.abs(started(pid) - run.path("started").asLong()) < SAME_START_MILLIS;
            return alive
                    ? Optional.of(new RunFile(pid, text(run, "web"), text(run, "store"), text(run, "keyFile")))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * Where the home lay that this one was copied from while Colophon worked there, or after it had died there; empty
     * when it is no such copy.
     */
    static Optional<String> copiedFrom(Home home) {
        try {
            JsonNode run = Files.exists(home.runFile())
                    ? JSON.readTree(Files.readString(home.runFile()))
                    : JSON.createObjectNode();
            return isOfAnother(run, home) ? Optional.of(run.path("home").asText()) : Optional.empty();
        } catch (IOException e) {
            // It is written whole or not at all, so this is none of ours.
            return Optional.empty();
        }
    }

    private static boolean isOfAnother(JsonNode run, Home home) throws IOException {
        if (!run.hasNonNull("homeKey")) {
            return false;
        }
        String before = run.path("homeKey").asText();
        String now = key(home);
        boolean samePlace = run.path("home").asText().equals(home.folder().toString());
        return samePlace ? !withoutDevice(before).equals(withoutDevice(now)) : !before.equals(now);
    }

    /** A disk may get another number at every start of the machine; {@code (dev=fe01,ino=42)} is how Java has both. */
    private static String withoutDevice(String key) {
        return key.substring(Math.max(0, key.indexOf("ino=")));
    }

    /** What tells a folder from a copy of it: the file system's own key; its path where there are no keys. */
    private static String key(Home home) throws IOException {
        Object key =
                Files.readAttributes(home.folder(), BasicFileAttributes.class).fileKey();
        return key == null ? home.folder().toRealPath().toString() : key.toString();
    }

    /** The service ends in an orderly way: nobody is to look for it. */
    static void remove(Home home) {
        try {
            Files.deleteIfExists(home.runFile());
        } catch (IOException e) {
            // The process it names is gone in a moment, and its successor removes the file.
            LOG.warn("{} could not be removed: {}", home.runFile(), e.getMessage());
        }
    }

    /** Writes it whole, or not at all. */
    public void write(Home home) {
        Map<String, Object> run = new LinkedHashMap<>();
        try {
            run.put("pid", pid);
            run.put("started", started(pid));
            run.put("home", home.folder().toString());
            run.put("homeKey", key(home));
            run.put("web", web);
            run.put("store", store);
            run.put("keyFile", keyFile);
            Path draft = home.runFile().resolveSibling("run.json.tmp");
            Files.writeString(draft, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n");
            Files.move(draft, home.runFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartRefusedException(home.runFile() + " could not be written: " + e.getMessage(), e);
        }
    }

    /** When a process began, milliseconds since the epoch; 0 when the system does not tell, far from all when dead. */
    private static long started(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process ->
                        process.info().startInstant().map(Instant::toEpochMilli).orElse(0L))
                .orElse(Long.MIN_VALUE / 2);
    }

    private static String text(JsonNode run, String field) {
        return run.path(field).isTextual() ? run.path(field).asText() : null;
    }
}
