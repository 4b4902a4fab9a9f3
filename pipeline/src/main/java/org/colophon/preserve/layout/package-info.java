/**
 * Lays an item out as an E-ARK CSIP/AIP 2.2.0 package: a tree of logical paths, each with its fixity and, where it is
 * needed, the local file with its bytes. Scans stay where they are; only what Colophon writes becomes a new file.
 */
package org.colophon.preserve.layout;
