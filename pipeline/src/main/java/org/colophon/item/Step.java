package org.colophon.item;

import java.util.Locale;

/** The steps an item takes after intake. One stem names room, queue, role, state and metric. */
public enum Step {
    EXAMINE(true),
    RECOGNIZE(true),
    PRESERVE(false),
    SETTLE(false),
    PUBLISH(false);

    private final boolean pagewise;

    Step(boolean pagewise) {
        this.pagewise = pagewise;
    }

    /** Whether the unit of work is a page; else it is the whole item. */
    public boolean pagewise() {
        return pagewise;
    }

    /** Whether it takes a page of this number; 0 is the item as a whole, whose pages examination compares in the end. */
    public boolean takes(int page) {
        return page == 0 ? this != RECOGNIZE : pagewise;
    }

    /** The stem, e.g. {@code examine}. */
    public String stem() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The queue's name, e.g. {@code colophon.examine}. */
    public String queue() {
        return "colophon." + stem();
    }

    /** The step with this stem. */
    public static Step of(String stem) {
        return valueOf(stem.toUpperCase(Locale.ROOT));
    }
}
