package org.colophon.intake;

import java.util.List;
import java.util.Map;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.port.Sources.Found;

/**
 * What was said of an object by the metadata that came with it.
 *
 * @param file the file that said it, or null when none did
 * @param access who may read, or null when nothing is said
 * @param pages what is said of single files
 * @param faults values that cannot stand: the object goes back
 * @param missing rows that name a file that does not lie here, or not yet
 * @param notes what was not understood and is only kept
 */
record Delivery(
        String file,
        Description description,
        Access access,
        Map<Found, PageSaid> pages,
        List<Fault> faults,
        List<Fault> missing,
        List<String> notes) {
    /** Nothing was delivered. */
    static final Delivery NONE = new Delivery(null, Description.NONE, null, Map.of(), List.of(), List.of(), List.of());

    Delivery {
        pages = Map.copyOf(pages);
        faults = List.copyOf(faults);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
    }

    /**
     * What a row says of a page.
     *
     * @param label page label, or null
     * @param section heading that begins there, or null
     */
    record PageSaid(String label, String section) {}
}
