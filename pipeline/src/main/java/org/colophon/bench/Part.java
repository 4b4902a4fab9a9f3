package org.colophon.bench;

import java.util.Locale;
import org.colophon.item.Step;

/** What CPU time and bytes are booked under. */
enum Part {
    INTAKE("main process: intake"),
    EXAMINE("main process: examine"),
    RECOGNIZE("main process: recognize"),
    PRESERVE("main process: preserve"),
    SETTLE("main process: settle"),
    PUBLISH("main process: publish"),
    STORE_CLIENT("main process: connections to the store"),
    BROKER("main process: broker"),
    COMPILER("main process: Java's compiler"),
    COLLECTOR("main process: Java's memory"),
    REST("main process: everything else"),
    MEASURING("main process: the measuring itself"),
    IMAGE_WORKERS("image workers"),
    RECOGNITION_WORKERS("recognition workers"),
    STORE("store"),
    OTHERS("other processes");

    private final String words;

    Part(String words) {
        this.words = words;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** For JSON, e.g. {@code image-workers}. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The part of the main process that does a step. */
    static Part of(Step step) {
        return valueOf(step.name());
    }

    /** Whose process this is, by its command line. */
    static Part ofCommand(String command) {
        if (command.contains("org.colophon.worker.image.")) {
            return IMAGE_WORKERS;
        }
        if (command.contains("org.colophon.worker.ocr.")) {
            return RECOGNITION_WORKERS;
        }
        return command.contains("org.colophon.worker.store.") ? STORE : OTHERS;
    }

    /** What a thread of the main process is for, by the first 15 characters of its name, which is all Linux keeps. */
    static Part ofThread(String name) {
        if (name.startsWith("C1 Comp") || name.startsWith("C2 Comp")) {
            return COMPILER;
        }
        if (name.startsWith("VM Thread") || name.startsWith("GC ") || name.startsWith("G1 ")) {
            return COLLECTOR;
        }
        if (name.contains("(acti") || name.startsWith("activemq")) {
            return BROKER;
        }
        if (name.startsWith("OkHttp")) {
            return STORE_CLIENT;
        }
        return name.startsWith(ProcessTree.THREAD) ? MEASURING : REST;
    }
}
