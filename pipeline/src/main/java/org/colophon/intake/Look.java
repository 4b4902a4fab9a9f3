package org.colophon.intake;

import java.util.List;

/**
 * What one look gave.
 *
 * @param waiting objects that wait
 * @param admitted objects admitted by it, whatever was decided of them
 * @param problems what whoever runs Colophon should know: a folder that cannot be read, a disk that fails
 */
public record Look(int waiting, int admitted, List<String> problems) {
    public Look {
        problems = List.copyOf(problems);
    }
}
