package org.colophon.port;

import java.time.Instant;
import org.colophon.item.ItemId;
import org.colophon.item.Source;

/**
 * An object in an inbox that is not admitted yet.
 *
 * @param id minted at first sight; admission keeps it
 * @param ark its archival resource key
 * @param reason why it waits, in plain words
 * @param seen when it was first seen
 */
public record Waiting(ItemId id, String ark, String collection, Source source, String reason, Instant seen) {}
