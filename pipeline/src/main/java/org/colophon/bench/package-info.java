/**
 * Measures the house at work: pages a second, CPU seconds, bytes and memory of the whole way and of its parts, beside the
 * plain {@code tesseract} command. Drives a {@link org.colophon.app.Service} as a person would, and watches the processes
 * from outside; what it cannot see on this system it leaves out and says so.
 */
package org.colophon.bench;
