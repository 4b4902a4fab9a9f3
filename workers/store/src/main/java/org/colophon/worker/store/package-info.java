/**
 * The embedded S3 server of the one-machine default: a process of its own, so that a fault in it never takes the
 * pipeline down and its class path stays out of the pipeline's.
 *
 * <p>Objects lie as plain files, {@code root/bucket/key}. S3Proxy serves the protocol; {@link
 * org.colophon.worker.store.DurableBlobStore} adds the one promise it does not make: what was answered 200 survives a
 * power cut, and what was not answered leaves no trace in a bucket.
 */
package org.colophon.worker.store;
