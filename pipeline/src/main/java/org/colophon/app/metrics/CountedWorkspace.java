package org.colophon.app.metrics;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.colophon.item.Fixity;
import org.colophon.item.ItemId;
import org.colophon.port.Workspace;

/**
 * A workspace whose taken-in bytes are counted.
 *
 * @param takenIn told of the bytes of each file
 */
record CountedWorkspace(Workspace workspace, LongConsumer takenIn) implements Workspace {

    @Override
    public Fixity copyIn(ItemId item, InputStream bytes) {
        Fixity fixity = workspace.copyIn(item, bytes);
        takenIn.accept(fixity.size());
        return fixity;
    }

    @Override
    public Fixity keep(ItemId item, Path made) {
        return workspace.keep(item, made);
    }

    @Override
    public Path fetch(ItemId item, Fixity fixity) {
        return workspace.fetch(item, fixity);
    }

    @Override
    public boolean holds(ItemId item, Fixity fixity) {
        return workspace.holds(item, fixity);
    }

    @Override
    public List<ItemId> items() {
        return workspace.items();
    }

    @Override
    public Path scratch(ItemId item, String purpose) {
        return workspace.scratch(item, purpose);
    }

    @Override
    public void discard(Path scratch) {
        workspace.discard(scratch);
    }

    @Override
    public void release(ItemId item) {
        workspace.release(item);
    }

    @Override
    public long freeBytes() {
        return workspace.freeBytes();
    }
}
