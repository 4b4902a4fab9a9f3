package org.colophon.worker.image.facts;

import org.colophon.worker.image.Plain;
import org.colophon.worker.protocol.ImageFacts.Capture;

/** Make, model, software and date, from whichever of a file's metadata states them. */
record Capturing(String make, String model, String software, String dateTime) {
    static final Capturing NONE = new Capturing(null, null, null, null);

    /** These, and where they are silent those. */
    Capturing or(Capturing other) {
        return new Capturing(
                first(make, other.make),
                first(model, other.model),
                first(software, other.software),
                first(dateTime, other.dateTime));
    }

    /** As facts: clean lines. */
    Capture facts() {
        return new Capture(Plain.line(make), Plain.line(model), Plain.line(software), Plain.line(dateTime));
    }

    private static String first(String one, String other) {
        return Plain.line(one) == null ? other : one;
    }
}
