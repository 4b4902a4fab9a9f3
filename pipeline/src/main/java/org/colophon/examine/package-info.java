/** Examine: one page in, verdict, findings, technical metadata and derivatives out. The looking is done in a worker. */
package org.colophon.examine;
