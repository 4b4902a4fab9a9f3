package org.colophon.app;

import java.util.Locale;
import java.util.Set;
import org.colophon.item.Step;

/** A part of the work that a machine can take on. */
public enum Role {
    /** Watches the inboxes, and settles what was dropped there: the folders are on this machine. */
    INTAKE,
    EXAMINE,
    RECOGNIZE,
    PRESERVE,
    PUBLISH,
    /** Serves the reading room. */
    WEB;

    /** The steps whose queues it consumes. */
    Set<Step> steps() {
        return switch (this) {
            case INTAKE -> Set.of(Step.SETTLE);
            case EXAMINE -> Set.of(Step.EXAMINE);
            case RECOGNIZE -> Set.of(Step.RECOGNIZE);
            case PRESERVE -> Set.of(Step.PRESERVE);
            case PUBLISH -> Set.of(Step.PUBLISH);
            case WEB -> Set.of();
        };
    }

    /** As written on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
