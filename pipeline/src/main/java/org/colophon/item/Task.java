package org.colophon.item;

/**
 * The unit of work.
 *
 * @param page number of the page from 1, or 0 where the step takes the whole item, or all of its pages together
 */
public record Task(ItemId item, int page, Step step) {
    public Task {
        if (page < 0 || !step.takes(page)) {
            throw new IllegalArgumentException(step.stem() + " does not take page " + page);
        }
    }

    /** A task for the whole item. */
    public static Task of(ItemId item, Step step) {
        return new Task(item, 0, step);
    }

    @Override
    public String toString() {
        return step.stem() + " of " + item + (page > 0 ? " page " + page : "");
    }
}
