package org.colophon.item;

/**
 * What tells whether bytes are still the same.
 *
 * @param sha512 128 lower-case hexadecimal digits
 * @param sha256 64 lower-case hexadecimal digits
 * @param size bytes
 */
public record Fixity(String sha512, String sha256, long size) {
    public Fixity {
        if (sha512.length() != 128 || sha256.length() != 64 || size < 0) {
            throw new IllegalArgumentException("not a fixity: " + sha512 + " " + sha256 + " " + size);
        }
    }
}
