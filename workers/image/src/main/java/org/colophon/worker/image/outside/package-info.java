/**
 * Programs that are not ours, run as children of this worker: bounded in time, memory and what they write, in a folder of
 * their own, gone when the worker is gone. A program that is not installed is no fault of the scan: it waits.
 */
package org.colophon.worker.image.outside;
