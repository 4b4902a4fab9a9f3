package org.colophon.item;

/**
 * One page of an item, in reading order.
 *
 * @param n number from 1
 * @param file number of its {@link StoredFile}
 * @param index which page of that file, from 0
 * @param name the file's name as dropped, for people
 * @param label page label from the metadata, e.g. {@code iv}; null when none was given
 * @param section heading that begins here, for the table of contents; null when none
 */
public record Page(int n, int file, int index, String name, String label, String section) {}
