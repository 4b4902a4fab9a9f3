/**
 * Deposits a package: looks at what lies in the archive before it does anything, so that a stop at any moment is followed
 * by exactly one whole version.
 */
package org.colophon.preserve.deposit;
