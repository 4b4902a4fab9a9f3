package org.colophon.worker.image.layout;

/** A file whose structure is not looked into: nothing is said against it but by its format. */
public record OtherLayout(Format format, Flaw flaw) implements Layout {
    @Override
    public int pages() {
        return 1;
    }
}
