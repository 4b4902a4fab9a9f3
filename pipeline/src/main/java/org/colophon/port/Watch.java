package org.colophon.port;

/**
 * The right to admit from an inbox, which one intake has at a time.
 *
 * @param inbox the folder's URI, the same on every machine that shares the ledger
 * @param holder who has it or wants it: one name an intake
 */
public record Watch(String inbox, String holder) {}
