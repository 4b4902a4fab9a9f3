package org.colophon.spine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.colophon.item.ItemId;
import org.colophon.port.Workspace;

/** The half of a workspace's call: a part of the bytes is kept, or a part of the files is deleted. */
final class FaultyWorkspace extends Faulty<Workspace> {
    private static final Set<String> HALVES = Set.of("copyIn", "keep", "discard");
    private static final Set<String> CHANGES = Set.of("copyIn", "keep", "scratch", "discard", "release");

    FaultyWorkspace(Workspace real, Plan plan) {
        super(Workspace.class, real, plan, Place.WORKSPACE);
    }

    @Override
    boolean changes(String method) {
        return CHANGES.contains(method);
    }

    @Override
    boolean divides(String method) {
        return HALVES.contains(method);
    }

    @Override
    void half(Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "copyIn" -> keepHalf((ItemId) arguments[0], ((InputStream) arguments[1]).readAllBytes());
            case "keep" -> keepHalf((ItemId) arguments[0], Files.readAllBytes((Path) arguments[1]));
            case "discard" -> deleteOne((Path) arguments[0]);
            default -> throw new AssertionError(method.getName() + " has no half");
        }
    }

    private void keepHalf(ItemId item, byte[] bytes) {
        real.copyIn(item, new ByteArrayInputStream(Arrays.copyOf(bytes, bytes.length / 2)));
    }

    private static void deleteOne(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            Path any = files.filter(Files::isRegularFile).sorted().findFirst().orElse(null);
            if (any != null) {
                Files.delete(any);
            }
        }
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw unavailable("disk");
    }
}
