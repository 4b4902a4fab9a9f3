package org.colophon.item;

/**
 * A file of a drop as the file system showed it: what completeness and settle compare.
 *
 * @param path URI-encoded path inside the object, every byte kept
 * @param size bytes
 * @param modified modification time, nanoseconds since the epoch
 * @param key the file system's own key of the file (device and inode), or empty where it has none
 */
public record FileSeen(String path, long size, long modified, String key) {}
