package org.colophon.worker.protocol;

/**
 * What a file is, by its bytes.
 *
 * @param puid PRONOM unique identifier, e.g. {@code fmt/353}; null when unknown
 * @param formatName name of the format, e.g. {@code Tagged Image File Format}; never null
 * @param formatVersion version, or null
 * @param mime media type, e.g. {@code image/tiff}
 */
public record Identification(String puid, String formatName, String formatVersion, String mime) {}
