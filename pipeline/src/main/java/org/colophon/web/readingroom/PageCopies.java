package org.colophon.web.readingroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.port.AccessCopies;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.History.PageStatus;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Wire;

/** Finds the copies of a page. What the ledger does not know of is not served, even where the store has it. */
final class PageCopies {
    private final AccessCopies copies;

    PageCopies(AccessCopies copies) {
        this.copies = copies;
    }

    /** What a browser may compare: changes with the bytes that a copy was made from. Empty when there is none. */
    static Optional<String> tag(PageStatus page, Kind kind) {
        return origin(page, kind).map(fixity -> '"' + fixity.sha256().substring(0, 32) + '-' + kind.file() + '"');
    }

    /** The image of this kind, with its size in pixels. */
    static Optional<Derived> image(PageStatus page, Derived.Role role) {
        return kept(page, role).map(StepResult.Kept::derived);
    }

    /**
     * Opens a copy; the caller closes it.
     *
     * @throws CopyMissingException when the store has lost it
     */
    InputStream open(ItemId item, int n, Kind kind) {
        return find(item, n, kind).orElseThrow(() -> new CopyMissingException(item, n, kind));
    }

    /** Opens a copy, if there is one; the caller closes it. */
    Optional<InputStream> find(ItemId item, int n, Kind kind) {
        return copies.open(item, n, kind);
    }

    /**
     * The page text.
     *
     * @throws CopyMissingException when the store has lost it, or what it has is no page text
     */
    PageText text(ItemId item, int n) {
        try (InputStream in = open(item, n, Kind.PAGE_TEXT)) {
            return Wire.read(new String(in.readAllBytes(), StandardCharsets.UTF_8), PageText.class);
        } catch (Wire.NotUnderstoodException e) {
            throw new CopyMissingException(item, n, Kind.PAGE_TEXT);
        } catch (IOException e) {
            throw new UncheckedIOException("the text of page " + n + " of item " + item + " broke off", e);
        }
    }

    private static Optional<Fixity> origin(PageStatus page, Kind kind) {
        return switch (kind) {
            case THUMBNAIL -> kept(page, Derived.Role.THUMBNAIL).map(StepResult.Kept::fixity);
            case READING -> kept(page, Derived.Role.READING).map(StepResult.Kept::fixity);
            case PAGE_TEXT, ALTO, PLAIN ->
                Optional.ofNullable(page.recognized()).map(StepResult.Recognized::text);
        };
    }

    private static Optional<StepResult.Kept> kept(PageStatus page, Derived.Role role) {
        if (page.examined() == null) {
            return Optional.empty();
        }
        return page.examined().derived().stream()
                .filter(kept -> kept.derived().role() == role)
                .findFirst();
    }
}
