/** Decisions people take on items: called by the command line, by pages and by programs alike. Each becomes an event. */
package org.colophon.decisions;
