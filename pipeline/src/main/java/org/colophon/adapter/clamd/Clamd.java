package org.colophon.adapter.clamd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.colophon.item.Agent;
import org.colophon.item.UnavailableException;
import org.colophon.port.VirusScanner;

/**
 * A clamd that files are streamed to: {@code zINSTREAM}, chunks with their length before them, an empty chunk at the
 * end. A connection a question; memory does not grow with the file.
 */
public final class Clamd implements VirusScanner {
    private static final int CHUNK = 64 << 10;

    private final ClamdAddress address;
    private final Duration soon;
    private final Duration longest;

    /** @param address see {@link ClamdAddress#parse} */
    public Clamd(String address) {
        // clamd itself gives a file up after MaxScanTime, 2 minutes where nobody changed it.
        this(address, Duration.ofSeconds(10), Duration.ofMinutes(5));
    }

    /**
     * @param soon how long a connection, or an answer that needs no scanning, is waited for
     * @param longest how long a verdict is waited for, or that more of a file is taken
     */
    Clamd(String address, Duration soon, Duration longest) {
        this.address = ClamdAddress.parse(address);
        this.soon = soon;
        this.longest = longest;
    }

    @Override
    public Optional<Agent> agent() {
        try (Conversation conversation = Conversation.open(address, soon)) {
            conversation.send(command("zVERSION"), soon);
            return Optional.of(Replies.version(conversation.reply(soon)));
        } catch (IOException e) {
            throw unavailable("does not answer", e);
        }
    }

    @Override
    public Outcome check(Path file) {
        try (SeekableByteChannel bytes = opened(file);
                Conversation conversation = Conversation.open(address, soon)) {
            stream(bytes, conversation);
            return Replies.verdict(conversation.reply(longest));
        } catch (IOException e) {
            throw unavailable("broke off over a file", e);
        }
    }

    /** Sends all, unless the reply comes before that: it has then heard enough. */
    private void stream(SeekableByteChannel bytes, Conversation conversation) throws IOException {
        boolean wanted = conversation.send(command("zINSTREAM"), longest);
        ByteBuffer chunk = ByteBuffer.allocate(Integer.BYTES + CHUNK);
        boolean last = false;
        while (wanted && !last) {
            chunk.clear().position(Integer.BYTES);
            last = read(bytes, chunk) < 0;
            chunk.flip().putInt(0, chunk.limit() - Integer.BYTES);
            wanted = conversation.send(chunk, longest);
        }
    }

    private static SeekableByteChannel opened(Path file) {
        try {
            return Files.newByteChannel(file);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static int read(SeekableByteChannel bytes, ByteBuffer chunk) {
        try {
            return bytes.read(chunk);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private static UnavailableException unreadable(IOException e) {
        return new UnavailableException(
                "disk", "a file of the workspace cannot be read for the virus check: " + e.getMessage(), e);
    }

    private UnavailableException unavailable(String what, IOException e) {
        return new UnavailableException(
                WORD,
                "The virus scanner at " + address + " " + what + " (" + why(e)
                        + "). Start clamd, or look at its log and at virus.clamd.",
                e);
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? e.toString() : e.getMessage();
    }

    private static ByteBuffer command(String name) {
        return ByteBuffer.wrap((name + "\0").getBytes(StandardCharsets.US_ASCII));
    }
}
