package org.colophon.settle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colophon.item.Collection;
import org.colophon.port.Sources;

/**
 * Where settled folders go.
 *
 * @param done of deposited objects
 * @param rejected of those that go back
 * @param duplicate of those deposited before
 * @param site where the reading room answers, without a slash at the end
 */
public record SettleConfig(Path done, Path rejected, Path duplicate, String site) {
    public SettleConfig {
        site = site.endsWith("/") ? site.substring(0, site.length() - 1) : site;
    }

    /**
     * Whether settling can be a rename from every inbox into the three folders. Called at start, when all folders exist.
     *
     * @return a sentence for each that none leads to; empty when all is well
     */
    public List<String> outOfReach(Sources sources, List<Collection> collections) {
        List<String> problems = new ArrayList<>();
        for (Collection collection : collections) {
            for (Path folder : List.of(done, rejected, duplicate)) {
                check(sources, collection, folder, problems);
            }
        }
        return problems;
    }

    private static void check(Sources sources, Collection collection, Path folder, List<String> problems) {
        try {
            if (!sources.canMove(collection.inbox(), folder)) {
                problems.add(
                        "the inbox " + collection.inbox() + " of collection " + collection.name() + " and " + folder
                                + " lie on two file systems or mounts, so folders cannot be renamed from one to the other; put"
                                + " them onto one (of a systemd unit each path in ReadWritePaths= is a mount: name one folder"
                                + " that holds both)");
            }
        } catch (IOException e) {
            problems.add("a folder cannot be renamed from the inbox " + collection.inbox() + " to " + folder + ": " + e
                    + "; give this user the right to write both, or mend the mount");
        }
    }
}
