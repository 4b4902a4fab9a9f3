package org.colophon.spine;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Kind;
import org.colophon.port.Sources.Survey;

/** The half of a note: its temporary file is there. Looking at an object never fails: it finds what cannot be read. */
final class FaultySources extends Faulty<Sources> {
    private static final Set<String> CHANGES = Set.of("write", "move", "clear");

    FaultySources(Sources real, Plan plan) {
        super(Sources.class, real, plan, Place.SOURCES);
    }

    @Override
    boolean canFail(String method) {
        return !method.equals("exists");
    }

    @Override
    boolean changes(String method) {
        return CHANGES.contains(method);
    }

    @Override
    boolean divides(String method) {
        return method.equals("write") || method.equals("move");
    }

    @Override
    void half(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("write")) {
            String text = (String) arguments[1];
            Files.writeString(
                    ((Path) arguments[0]).resolveSibling(".colophon-note.tmp"), text.substring(0, text.length() / 2));
        } else {
            Files.createDirectories(((Path) arguments[1]).getParent());
        }
    }

    @Override
    Object failure(Method method, Object[] arguments) throws IOException {
        if (method.getName().equals("survey")) {
            List<String> unreadable = List.of("it cannot be looked at (input/output error)");
            return new Survey(
                    (Path) arguments[0], Kind.OTHER, "", List.of(), List.of(), List.of(), List.of(), unreadable, false);
        }
        throw new IOException("input/output error, as the test wants it");
    }
}
