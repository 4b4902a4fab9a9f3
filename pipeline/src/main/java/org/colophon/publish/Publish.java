package org.colophon.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
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
    private final PageWriter alto;
    private final PageWriter plain;
    private final PublishConfig config;

    /**
     * @param alto writes ALTO 4
     * @param plain writes plain text, UTF-8
     */
    public Publish(
            History history,
            Workspace workspace,
            AccessCopies copies,
            PageWriter alto,
            PageWriter plain,
            PublishConfig config) {
        this.history = history;
        this.workspace = workspace;
        this.copies = copies;
        this.alto = alto;
        this.plain = plain;
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
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk",
                    "the access copies of " + id + " could not be written: check space and rights of the home",
                    e);
        } finally {
            workspace.discard(scratch);
        }
        return new Ending.Done(new StepResult.Published(config.mode() == PublishConfig.Mode.HOLD), List.of());
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
        putWritten(item, page, Kind.ALTO, alto.write(item, page.page(), text), scratch);
        putWritten(item, page, Kind.PLAIN, plain.write(item, page.page(), text), scratch);
        copies.put(item.id(), n, Kind.PAGE_TEXT, json);
    }

    private void putWritten(Item item, PageStatus page, Kind kind, byte[] bytes, Path scratch) throws IOException {
        Path file = Files.write(scratch.resolve(kind.file()), bytes);
        copies.put(item.id(), page.page().n(), kind, file);
    }
}
