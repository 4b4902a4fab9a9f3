package org.colophon.port;

import org.colophon.item.Task;

/**
 * The right to do a task, and the attempt that was committed with it.
 *
 * @param attempt identity of the attempt
 * @param round the round of the item the task belongs to
 * @param number how many attempts at this task there were in this round, with this one
 * @param abandoned whether the process of an earlier attempt died in the middle of it: this one runs alone, so that
 *     should it take the process along, no neighbor is in doubt
 */
public record Lease(Task task, long attempt, int round, int number, boolean abandoned) {}
