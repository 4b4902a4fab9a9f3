package org.colophon.settle;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Collection;
import org.colophon.item.FileSeen;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Note;
import org.colophon.item.Source.Origin;
import org.colophon.item.SourcePath;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.colophon.port.Ledger;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Kind;
import org.colophon.port.Sources.Survey;
import org.colophon.port.StepResult.Settled;
import org.colophon.port.Unsettled;

/** Moves what the technician dropped to where it belongs now, and says why. */
public final class Settle {
    private final Ledger ledger;
    private final History history;
    private final Sources sources;
    private final List<Collection> collections;
    private final SettleConfig config;
    private final Texts texts;

    /**
     * @param collections those whose inboxes the sources come from
     * @param holds whether what is deposited will be held from readers
     */
    public Settle(
            Ledger ledger,
            History history,
            Sources sources,
            List<Collection> collections,
            SettleConfig config,
            boolean holds) {
        this.ledger = ledger;
        this.history = history;
        this.sources = sources;
        this.collections = List.copyOf(collections);
        this.config = config;
        this.texts = new Texts(config.site(), holds);
    }

    /**
     * Settles one item's source. May be called again after a kill at any point.
     *
     * @throws UnavailableException when a folder cannot be renamed or written: it stays where it is until it can
     */
    public Ending settle(Lease lease) {
        ItemId id = lease.task().item();
        Item item = history.item(id).orElseThrow(() -> new IllegalStateException("no item " + id));
        Optional<Unsettled> unsettled = ledger.unsettled(id);
        if (item.source().origin() == Origin.COMMAND || unsettled.isEmpty()) {
            return done(null, null);
        }
        // One at a time: two objects of one name must not find the same target free.
        synchronized (this) {
            try {
                return settle(item, unsettled.get().seen());
            } catch (IOException e) {
                throw new UnavailableException(
                        "disk",
                        "what was dropped as " + item.source().path().display() + " (item " + id
                                + ") cannot be moved to where it belongs: " + e.getMessage()
                                + "; look at the rights and the free space of that folder and of "
                                + base(item),
                        e);
            }
        }
    }

    private Ending settle(Item item, List<FileSeen> seen) throws IOException {
        Path source = item.source().path().path();
        Collection collection = Collection.of(item, collections).orElse(null);
        Shelf shelf = new Shelf(sources, collection, source, seen, base(item));
        Survey survey = sources.survey(source);
        Path place;
        if (shelf.isOurs(survey)) {
            List<String> changes = shelf.neverTakenIn() ? List.of() : Changes.between(seen, survey.seen());
            if (!changes.isEmpty()) {
                Shelf.requireReadable(survey);
                return stays(item, survey, changes);
            }
            place = shelf.move(survey);
        } else {
            Optional<Path> moved = shelf.movedBefore();
            if (moved.isEmpty()) {
                return done(
                        null,
                        "what was dropped was taken away from "
                                + Note.oneLine(item.source().path().display())
                                + " before it could be moved"
                                + (item.state().archived() ? "; its pages are safe as " + item.id() : ""));
            }
            place = moved.get();
        }
        note(item, place);
        shelf.tidy();
        return done(SourcePath.of(place).display(), null);
    }

    private Ending stays(Item item, Survey survey, List<String> changes) {
        String problem = "the folder was changed after it had been taken in, so it stays in the inbox: "
                + String.join("; ", changes);
        try {
            sources.write(
                    Shelf.noteFor(survey.root(), survey.kind() == Kind.FOLDER, Note.WHY), texts.stayed(item, changes));
        } catch (IOException e) {
            problem += " (no note could be left there: " + e.getMessage() + ")";
        }
        return done(null, problem);
    }

    private void note(Item item, Path place) throws IOException {
        List<History.PageStatus> pages = history.pages(item.id());
        Note note = kind(item.state());
        String text =
                switch (note) {
                    case RECEIPT -> texts.receipt(item, pages);
                    case DUPLICATE -> texts.duplicate(item, earlier(item));
                    case WHY, STATUS -> texts.why(item, pages);
                };
        Survey there = sources.survey(place);
        Shelf.requireSeen(there);
        boolean folder = there.kind() == Kind.FOLDER;
        try {
            sources.write(Shelf.noteFor(place, folder, note), text);
        } catch (IOException e) {
            if (!folder || !isForbidden(e)) {
                throw e;
            }
            // The folder may belong to somebody who lets nobody write into it.
            sources.write(Shelf.beside(place, note), text);
        }
    }

    /** Whether trying again would lead to the same: EACCES has an exception of its own in Java, EPERM has not. */
    private static boolean isForbidden(IOException e) {
        return e instanceof AccessDeniedException
                || (e instanceof FileSystemException system && "Operation not permitted".equals(system.getReason()));
    }

    private Item earlier(Item item) {
        return item.contentIdentity() == null
                ? null
                : ledger.archivedWith(item.contentIdentity()).orElse(null);
    }

    private Path base(Item item) {
        return switch (kind(item.state())) {
            case RECEIPT -> config.done();
            case DUPLICATE -> config.duplicate();
            case WHY, STATUS -> config.rejected();
        };
    }

    private static Note kind(ItemState state) {
        return switch (state) {
            case DEPOSITED, PUBLISHED, HELD, WITHDRAWN -> Note.RECEIPT;
            case DUPLICATE -> Note.DUPLICATE;
            case REJECTED -> Note.WHY;
            case WAITING, EXAMINING, RECOGNIZING, PRESERVING, SET_ASIDE ->
                throw new IllegalStateException("an item that is " + state.spelling() + " is not to be settled");
        };
    }

    private static Ending done(String place, String problem) {
        return new Ending.Done(new Settled(place, problem), List.of());
    }
}
