package org.colophon.intake;

import org.colophon.item.Collection;
import org.colophon.item.Source;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Survey;

/**
 * An object as one look came upon it.
 *
 * @param metadata of the batch it lies in, or null
 */
record Sighting(Source source, Collection collection, Survey survey, Found metadata) {
    /** What candidates and held sources are known by. */
    String key() {
        return source.path().uri();
    }
}
