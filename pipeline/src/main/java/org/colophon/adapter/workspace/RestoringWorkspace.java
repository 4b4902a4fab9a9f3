package org.colophon.adapter.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.Archive;
import org.colophon.port.History;
import org.colophon.port.History.PageStatus;
import org.colophon.port.StepResult.Kept;
import org.colophon.port.Workers;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Result.Examination;

/**
 * A workspace that brings back what has left it: masters from the archive, page texts and reading copies from the access
 * copies, page images of a PDF out of their master. So a deposited item may leave the workspace, and a later round of
 * work finds all it needs, each file compared by its digest.
 */
public final class RestoringWorkspace implements Workspace {
    private final Workspace inner;
    private final History history;
    private final Archive archive;
    private final AccessCopies copies;
    private final Workers workers;

    /** @param inner where files lie while they are worked on */
    public RestoringWorkspace(Workspace inner, History history, Archive archive, AccessCopies copies, Workers workers) {
        this.inner = inner;
        this.history = history;
        this.archive = archive;
        this.copies = copies;
        this.workers = workers;
    }

    @Override
    public Path fetch(ItemId id, Fixity fixity) {
        if (!inner.holds(id, fixity)) {
            restore(id, fixity);
        }
        return inner.fetch(id, fixity);
    }

    private void restore(ItemId id, Fixity fixity) {
        Item item = history.item(id).orElseThrow();
        if (item.version() == 0 || fromArchive(item, fixity)) {
            return;
        }
        for (PageStatus page : history.pages(id)) {
            if (page.recognized() != null && fixity.equals(page.recognized().text())) {
                fromCopies(item, page.page().n(), Kind.PAGE_TEXT);
                return;
            }
            Optional<Kept> kept = page.examined() == null
                    ? Optional.empty()
                    : page.examined().derived().stream()
                            .filter(one -> one.fixity().equals(fixity))
                            .findFirst();
            if (kept.isPresent()) {
                rederive(item, page, kept.get());
                return;
            }
        }
    }

    private boolean fromArchive(Item item, Fixity fixity) {
        Optional<String> path = archive.content(item.ark(), item.version()).entrySet().stream()
                .filter(entry -> entry.getValue().equals(fixity.sha512()))
                .map(Map.Entry::getKey)
                .findFirst();
        path.ifPresent(logical -> copy(item, "the archive", () -> archive.open(item.ark(), item.version(), logical)));
        return path.isPresent();
    }

    private void fromCopies(Item item, int page, Kind kind) {
        Optional<InputStream> copy = copies.open(item.id(), page, kind);
        copy.ifPresent(bytes -> copy(item, "the access copies", () -> bytes));
    }

    private void rederive(Item item, PageStatus page, Kept kept) {
        Derived.Role role = kept.derived().role();
        if (role != Derived.Role.PAGE_IMAGE) {
            fromCopies(item, page.page().n(), role == Derived.Role.THUMBNAIL ? Kind.THUMBNAIL : Kind.READING);
            return;
        }
        Path outputs = inner.scratch(item.id(), "rederive-" + page.page().n());
        try {
            Path master = fetch(item.id(), page.file().fixity());
            WorkerReply<Examination> reply = workers.examine(
                    master,
                    page.page().index(),
                    page.file().extension(),
                    outputs,
                    page.examined().standard().terms());
            if (reply instanceof WorkerReply.Done<Examination>) {
                inner.keep(item.id(), outputs.resolve(kept.derived().file()));
            }
        } finally {
            inner.discard(outputs);
        }
    }

    private void copy(Item item, String from, Opening opening) {
        try (InputStream bytes = opening.open()) {
            inner.copyIn(item.id(), bytes);
        } catch (IOException e) {
            throw new UnavailableException(
                    "store", "a file of " + item.id() + " could not be read from " + from + ": " + e.getMessage(), e);
        }
    }

    private interface Opening {
        InputStream open();
    }

    @Override
    public Fixity copyIn(ItemId item, InputStream bytes) {
        return inner.copyIn(item, bytes);
    }

    @Override
    public Fixity keep(ItemId item, Path made) {
        return inner.keep(item, made);
    }

    @Override
    public boolean holds(ItemId item, Fixity fixity) {
        return inner.holds(item, fixity);
    }

    @Override
    public List<ItemId> items() {
        return inner.items();
    }

    @Override
    public Path scratch(ItemId item, String purpose) {
        return inner.scratch(item, purpose);
    }

    @Override
    public void discard(Path scratch) {
        inner.discard(scratch);
    }

    @Override
    public void release(ItemId item) {
        inner.release(item);
    }

    @Override
    public long freeBytes() {
        return inner.freeBytes();
    }
}
