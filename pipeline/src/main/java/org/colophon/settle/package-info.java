/**
 * Settle: the technician's folder goes to {@code done/}, {@code rejected/} or {@code duplicate/}, with a note. What
 * changed since it was taken in stays where it is. Killed anywhere, it finishes what it began: the moved folder is known
 * again by the file system's own key.
 */
package org.colophon.settle;
