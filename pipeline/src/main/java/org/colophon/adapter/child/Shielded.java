package org.colophon.adapter.child;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts children deaf to the signals that end us. Ctrl-C, a closed terminal and a service manager reach the whole process
 * group: a child that died of them would look like one that died over its work. Ours end when their standard input
 * closes, which it does at our end, or when they are killed.
 */
public final class Shielded {
    private static final Path SHELL = Path.of("/bin/sh");

    private Shielded() {}

    /** The command, to be started so; unchanged where there is no shell. The process id stays that of the command. */
    public static List<String> command(List<String> command) {
        if (!Files.isExecutable(SHELL)) {
            return command;
        }
        List<String> shielded =
                new ArrayList<>(List.of(SHELL.toString(), "-c", "trap '' HUP INT TERM; exec \"$@\"", "sh"));
        shielded.addAll(command);
        return shielded;
    }
}
