/** Publish: one deposited item in, copies for readers out. What may be read by whom is decided where it is shown. */
package org.colophon.publish;
