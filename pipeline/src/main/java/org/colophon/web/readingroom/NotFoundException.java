package org.colophon.web.readingroom;

import org.colophon.item.ColophonException;

/** There is no such thing, or none that readers may know of: both look the same from outside. */
final class NotFoundException extends ColophonException {
    private static final long serialVersionUID = 1L;

    NotFoundException(String what) {
        super("there is no " + what + " to be read here");
    }
}
