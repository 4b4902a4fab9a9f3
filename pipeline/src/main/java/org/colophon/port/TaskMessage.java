package org.colophon.port;

import org.colophon.item.ItemId;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.worker.protocol.Wire;

/**
 * A task as it travels through a queue: {@code {"item":"c1…","page":3,"step":"examine"}}.
 *
 * @param page 0 for the whole item
 */
public record TaskMessage(String item, int page, String step) {

    /** The message of a task. */
    public static String write(Task task) {
        return Wire.write(
                new TaskMessage(task.item().name(), task.page(), task.step().stem()));
    }

    /**
     * The task of a message.
     *
     * @throws RuntimeException when it is none; such a message wakes nobody and can be dropped
     */
    public static Task read(String text) {
        TaskMessage message = Wire.read(text, TaskMessage.class);
        return new Task(new ItemId(message.item()), message.page(), Step.of(message.step()));
    }
}
