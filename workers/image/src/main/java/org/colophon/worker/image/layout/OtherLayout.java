package org.colophon.worker.image.layout;

import java.io.IOException;

/** A file whose structure is not looked into: nothing is said against it but by its format, or that it is cut off. */
public record OtherLayout(Format format, Flaw flaw) implements Layout {
    @Override
    public int pages() {
        return 1;
    }

    /** A file that is made of boxes, as far as these lie inside it. */
    static OtherLayout ofBoxes(Format format, FileBytes bytes) throws IOException {
        boolean bare = bytes.u8(0) == 0xff;
        return new OtherLayout(format, bare ? null : Boxes.walk(bytes, 0, bytes.length(), box -> null));
    }
}
