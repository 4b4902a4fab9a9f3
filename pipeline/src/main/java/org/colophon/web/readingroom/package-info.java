/**
 * The reading room: what patrons see. Server-rendered pages that work without script, made from the ledger's history and
 * the access copies alone. {@link org.colophon.web.readingroom.Shelf} decides what may be read; every controller asks it
 * first, so a new page cannot forget to.
 */
package org.colophon.web.readingroom;
