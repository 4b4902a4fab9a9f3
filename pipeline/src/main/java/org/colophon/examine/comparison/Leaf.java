package org.colophon.examine.comparison;

import org.colophon.worker.protocol.ImageFacts;

/**
 * A page among its neighbors.
 *
 * @param n number of the page from 1
 * @param name the file's name as dropped, without folders
 * @param file number of its file
 * @param index which page of the file, from 0
 * @param sha512 of the file
 * @param facts null when it could not be measured
 * @param likeness see {@link org.colophon.worker.protocol.Measures}; null for a page without content
 */
public record Leaf(int n, String name, int file, int index, String sha512, ImageFacts facts, String likeness) {

    /** For sentences about another page. */
    String called() {
        return "page " + n + " (" + name + (index > 0 ? ", image " + (index + 1) + " of it" : "") + ")";
    }
}
