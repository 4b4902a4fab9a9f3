package org.colophon.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.colophon.port.Workers;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;

/**
 * Real workers, asked once for each question: what they make depends on the bytes they are given and nothing else, and
 * these tests give the same scan hundreds of times.
 */
final class RecalledWorkers implements Workers {
    private final Workers real;
    private final Map<Object, Object> answers = new ConcurrentHashMap<>();

    RecalledWorkers(Workers real) {
        this.real = real;
    }

    private record Examined(WorkerReply<Result.Examination> reply, Map<String, byte[]> outputs) {}

    @Override
    @SuppressWarnings("unchecked") // what is kept under a question is the answer to it
    public WorkerReply<Result.Inspection> inspect(Path file, String extension) {
        List<Object> question = List.of("inspect", hash(file), extension);
        return (WorkerReply<Result.Inspection>)
                answers.computeIfAbsent(question, asked -> real.inspect(file, extension));
    }

    @Override
    public WorkerReply<Result.Examination> examine(Path file, int index, String extension, Path outputs, Terms terms) {
        List<Object> question = List.of("examine", hash(file), index, extension, terms);
        Examined examined = (Examined) answers.computeIfAbsent(
                question,
                asked -> new Examined(real.examine(file, index, extension, outputs, terms), contents(outputs)));
        examined.outputs().forEach((name, bytes) -> write(outputs.resolve(name), bytes));
        return examined.reply();
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public WorkerReply<Result.Orientation> orient(Path image, int index, int orientation) {
        List<Object> question = List.of("orient", hash(image), index, orientation);
        return (WorkerReply<Result.Orientation>)
                answers.computeIfAbsent(question, asked -> real.orient(image, index, orientation));
    }

    @Override
    @SuppressWarnings("unchecked") // as above
    public WorkerReply<PageText> recognize(Path image, int index, int orientation, int dpi, List<String> models) {
        List<Object> question = List.of("recognize", hash(image), index, orientation, dpi, models);
        return (WorkerReply<PageText>)
                answers.computeIfAbsent(question, asked -> real.recognize(image, index, orientation, dpi, models));
    }

    @Override
    public LanguageChoice languages(List<String> tags) {
        return real.languages(tags);
    }

    private static int hash(Path file) {
        try {
            return Arrays.hashCode(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, byte[]> contents(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            Map<String, byte[]> contents = new TreeMap<>();
            for (Path file : files.toList()) {
                contents.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
            return contents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
