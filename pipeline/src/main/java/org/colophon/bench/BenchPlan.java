package org.colophon.bench;

import java.nio.file.Path;

/**
 * What is to be measured.
 *
 * @param path a folder of scans, or of such folders
 * @param each whether each child of the path is an object
 * @param passes how often all is measured; the last one counts, when everything is warm
 * @param items one-page items that show what an item costs by itself; 0 leaves that out
 * @param ledgerItems items the ledger is filled with before that is measured again; 0 leaves that out
 * @param tesseract whether the tesseract command is measured beside
 */
public record BenchPlan(Path path, boolean each, int passes, int items, int ledgerItems, boolean tesseract) {
    public BenchPlan {
        if (passes < 1 || items < 0 || ledgerItems < 0) {
            throw new IllegalArgumentException("at least one pass, and no fewer than no items");
        }
        if (ledgerItems > 0 && items == 0) {
            throw new IllegalArgumentException("a full ledger is compared by one-page items: at least one");
        }
    }
}
