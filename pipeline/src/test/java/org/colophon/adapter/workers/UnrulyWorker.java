package org.colophon.adapter.workers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A worker that misbehaves as it is asked to: a stand-in for what decoders do at hostile files. A file that is there asks
 * by its content, such as {@code recognize crash}; one that is not by its name. It needs no library, so that a jar of this
 * one class is its whole class path.
 */
public final class UnrulyWorker {
    private static final Pattern CALL =
            Pattern.compile("\"id\":(\\d+).*\"task\":\"(\\w+)\".*\"(?:file|image)\":\"([^\"]*)\"");
    private static final String EXAMINATION =
            """
            {"result":"examination","identification":null,"facts":{"width":10,"height":10,"orientation":1,\
            "bitsPerSample":[8],"photometric":"BlackIsZero","compression":"Uncompressed","byteOrder":null,"xDpi":300.0,\
            "yDpi":300.0,"resolutionUnit":"in.","iccProfile":null,"extraSamples":0,"capture":null},"findings":[],\
            "checks":[],"derived":[]}""";
    private static final String RECOGNITION =
            """
            {"result":"recognition","text":{"width":10,"height":10,"orientation":1,"blocks":[],"engine":{\
            "name":"Unruly","version":"1","languages":["eng"],"parameters":{}}}}""";

    private UnrulyWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher call = CALL.matcher(line);
            call.find();
            misbehave(asked(call.group(2), Path.of(call.group(3))), call.group(1), done(call.group(2)));
        }
    }

    private static String asked(String task, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return file.getFileName().toString();
        }
        String content = Files.readString(file);
        return content.startsWith(task + " ")
                ? content.substring(task.length() + 1).strip()
                : "fine";
    }

    private static String done(String task) {
        return switch (task) {
            case "examine" -> EXAMINATION;
            case "recognize" -> RECOGNITION;
            default ->
                "{\"result\":\"inspection\",\"whole\":true,\"pages\":1,\"problem\":\""
                        + ProcessHandle.current().pid() + "\"}";
        };
    }

    private static void misbehave(String how, String id, String result) throws IOException, InterruptedException {
        switch (how) {
            case "crash" -> {
                System.err.println("about to fall over");
                Runtime.getRuntime().halt(139);
            }
            case "hang" -> Thread.sleep(600_000);
            case "deaf" -> {
                Runtime.getRuntime().addShutdownHook(new Thread(UnrulyWorker::sleepOn));
                sleepOn();
            }
            case "flood-errors", "flood-errors-and-crash" -> {
                for (int i = 0; i < 100_000; i++) {
                    System.err.println("x".repeat(1_000));
                }
                if (how.endsWith("crash")) {
                    Runtime.getRuntime().halt(1);
                }
                reply(id, result);
            }
            case "flood" -> {
                for (int i = 0; i < 200_000; i++) {
                    System.out.print("x".repeat(1_000));
                }
            }
            case "half" -> {
                System.out.print("{\"reply\":\"done\",\"id\":" + id);
                System.out.flush();
                Runtime.getRuntime().halt(1);
            }
            case "other" -> reply("4711", result);
            case "twice" -> {
                for (int i = 0; i < 1_000_000; i++) {
                    reply(id, result);
                }
            }
            case "exhausted" -> {
                say("{\"reply\":\"failed\",\"id\":" + id
                        + ",\"kind\":\"OUT_OF_MEMORY\",\"detail\":\"Java heap space\"}");
                // A real one ends itself now; how soon is for the machine to say.
                Thread.sleep(300);
                Runtime.getRuntime().halt(3);
            }
            case "leak" -> leak();
            case "leak-in-child" -> {
                // The last of two keeps what the first gives until that ends
                new ProcessBuilder("sh", "-c", "(head -c 700m /dev/zero; sleep 60) | tail -c 600m").start();
                Thread.sleep(600_000);
            }
            case "lacks" ->
                say("{\"reply\":\"failed\",\"id\":" + id
                        + ",\"kind\":\"MISSING_TOOL\",\"detail\":\"a program is not installed\"}");
            case "hang-with-child" -> {
                System.err.println(
                        "child " + new ProcessBuilder("sleep", "600").start().pid() + " is at work");
                Thread.sleep(600_000);
            }
            default -> reply(id, result);
        }
    }

    private static void sleepOn() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void leak() throws InterruptedException {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < 4_000) {
            kept.add(new byte[1 << 20]);
            Thread.sleep(1);
        }
    }

    private static void reply(String id, String result) {
        say("{\"reply\":\"done\",\"id\":" + id + ",\"result\":" + result + "}");
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
