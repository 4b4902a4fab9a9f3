/**
 * How an event becomes a line of the log; {@code logback.xml} names the classes. Whatever a message holds, it stays one
 * line: file names come from outside, and one with a line break in it must not pass for an event of its own.
 */
package org.colophon.app.logs;
