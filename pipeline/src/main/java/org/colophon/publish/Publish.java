package org.colophon.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.Page;
import org.colophon.item.UnavailableException;
import org.colophon.item.text.Alto;
import org.colophon.item.text.PlainText;
import org.colophon.port.AccessCopies;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.History.PageStatus;
import org.colophon.port.Lease;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Wire;

/** Makes one item readable. Doing it twice gives the same copies under the same keys. */
public final class Publish {
    private final History history;
    private final Workspace workspace;
    private final AccessCopies copies;
    private final PublishConfig config;

    /** @param config whether items are held */
    public Publish(History history, Workspace workspace, AccessCopies copies, PublishConfig config) {
        this.history = history;
        this.workspace = workspace;
        this.copies = copies;
        this.config = config;
    }

    /** Puts the copies of every page. A held item's are put too, so that its release is a matter of a moment. */
    public Ending publish(Lease lease) {
        ItemId id = lease.task().item();
        Item item = history.item(id).orElseThrow();
        Path scratch = workspace.scratch(id, "publish");
        try {
            for (PageStatus page : history.pages(id)) {
                putImages(lease, page);
                putText(item, page, scratch);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new UnavailableException(
                    "disk",
                    "the access copies of " + id + " could not be written: check space and rights of the home",
                    e);
        } finally {
            workspace.discard(scratch);
        }
        // What a person released once is not held again for the sake of a better reading.
        boolean held = config.mode() == PublishConfig.Mode.HOLD && item.publishedAt() == null;
        return new Ending.Done(new StepResult.Published(held), List.of());
    }

    private void putImages(Lease lease, PageStatus page) throws IOException {
        for (StepResult.Kept kept : page.examined().derived()) {
            switch (kept.derived().role()) {
                case THUMBNAIL -> putImage(lease, page, kept, Kind.THUMBNAIL);
                case READING -> putImage(lease, page, kept, Kind.READING);
                case PAGE_IMAGE -> {
                    // Only recognition and the package need it.
                }
            }
        }
    }

    /** Masters never change, so a later round finds the images of the first in place, and the workspace emptied. */
    private void putImage(Lease lease, PageStatus page, StepResult.Kept kept, Kind kind) throws IOException {
        ItemId id = lease.task().item();
        int n = page.page().n();
        if (lease.round() == 1 || !present(id, n, kind)) {
            copies.put(id, n, kind, workspace.fetch(id, kept.fixity()));
        }
    }

    private boolean present(ItemId id, int n, Kind kind) throws IOException {
        var copy = copies.open(id, n, kind);
        if (copy.isPresent()) {
            copy.get().close();
        }
        return copy.isPresent();
    }

    /** A page without text puts none; what an earlier round left is not shown, since the ledger knows of none. */
    private void putText(Item item, PageStatus page, Path scratch) throws IOException {
        StepResult.Recognized recognized = page.recognized();
        if (recognized == null || recognized.text() == null) {
            return;
        }
        int n = page.page().n();
        Path json = workspace.fetch(item.id(), recognized.text());
        PageText text = Wire.read(Files.readString(json), PageText.class);
        Path file = scratch.resolve(n + "-" + Kind.ALTO.file());
        try (OutputStream out = Files.newOutputStream(file)) {
            Alto.write(text, source(item, page.page()), out);
        }
        copies.put(item.id(), n, Kind.ALTO, file);
        copies.put(
                item.id(),
                n,
                Kind.PLAIN,
                Files.writeString(scratch.resolve(n + "-" + Kind.PLAIN.file()), PlainText.of(text)));
        copies.put(item.id(), n, Kind.PAGE_TEXT, json);
    }

    private static Alto.Source source(Item item, Page page) {
        return new Alto.Source(page.n(), page.name(), null, item.ark() + "/p" + page.n(), page.label(), null);
    }
}
