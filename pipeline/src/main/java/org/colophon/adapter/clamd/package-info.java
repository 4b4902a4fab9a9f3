/**
 * The scanner behind {@link org.colophon.port.VirusScanner}: a clamd of ClamAV, spoken to over TCP or a socket in the
 * file system (clamd(8), "COMMANDS"). Files are sent to it whole, so it needs no right to read ours.
 */
package org.colophon.adapter.clamd;
