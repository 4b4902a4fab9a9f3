package org.colophon.app.metrics;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.colophon.port.Archive;

/**
 * An archive whose deposited bytes are counted.
 *
 * @param deposited told of the bytes that each version brought along, once it is put
 */
record CountedArchive(Archive archive, LongConsumer deposited) implements Archive {

    @Override
    public void put(NewVersion version, Consumer<String> intent) {
        archive.put(version, intent);
        deposited.accept(version.local().keySet().stream()
                .mapToLong(path -> version.files().get(path).size())
                .sum());
    }

    @Override
    public ObjectState look(String ark) {
        return archive.look(ark);
    }

    @Override
    public void purge(String ark) {
        archive.purge(ark);
    }

    @Override
    public void deleteVersion(String ark, int version) {
        archive.deleteVersion(ark, version);
    }

    @Override
    public void restoreInventory(String ark) {
        archive.restoreInventory(ark);
    }

    @Override
    public String readBack(String ark, int version, String inventoryDigest) {
        return archive.readBack(ark, version, inventoryDigest);
    }

    @Override
    public InputStream open(String ark, int version, String logicalPath) {
        return archive.open(ark, version, logicalPath);
    }

    @Override
    public Map<String, String> content(String ark, int version) {
        return archive.content(ark, version);
    }

    @Override
    public void exportPackage(String ark, int version, Path target) {
        archive.exportPackage(ark, version, target);
    }

    @Override
    public void exportObject(String ark, Path target) {
        archive.exportObject(ark, target);
    }

    @Override
    public void log(String ark, String name, byte[] content) {
        archive.log(ark, name, content);
    }

    @Override
    public List<String> arks() {
        return archive.arks();
    }
}
