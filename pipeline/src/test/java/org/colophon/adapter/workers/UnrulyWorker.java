package org.colophon.adapter.workers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A worker that misbehaves as the file's name asks it to: a stand-in for what decoders do at hostile files. It needs no
 * library, so that a jar of this one class is its whole class path.
 */
public final class UnrulyWorker {
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");
    private static final String INSPECTION =
            "{\"reply\":\"done\",\"id\":%s,\"result\":{\"result\":\"inspection\",\"whole\":true,\"pages\":1,\"problem\":%s}}";

    private UnrulyWorker() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher id = ID.matcher(line);
            id.find();
            answer(line, id.group(1));
        }
    }

    private static void answer(String line, String id) throws InterruptedException {
        if (line.contains("crash")) {
            System.err.println("about to fall over");
            Runtime.getRuntime().halt(139);
        } else if (line.contains("hang")) {
            Thread.sleep(600_000);
        } else if (line.contains("flood-errors")) {
            for (int i = 0; i < 100_000; i++) {
                System.err.println("x".repeat(1_000));
            }
            say(String.format(INSPECTION, id, "null"));
        } else if (line.contains("flood")) {
            for (int i = 0; i < 200_000; i++) {
                System.out.print("x".repeat(1_000));
            }
        } else if (line.contains("half")) {
            System.out.print("{\"reply\":\"done\",\"id\":" + id);
            System.out.flush();
            Runtime.getRuntime().halt(1);
        } else if (line.contains("other")) {
            say(String.format(INSPECTION, "4711", "null"));
        } else if (line.contains("leak")) {
            List<byte[]> kept = new ArrayList<>();
            while (kept.size() < 4_000) {
                kept.add(new byte[1 << 20]);
                Thread.sleep(1);
            }
        } else {
            String pid = "\"" + ProcessHandle.current().pid() + "\"";
            say(String.format(INSPECTION, id, pid));
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
