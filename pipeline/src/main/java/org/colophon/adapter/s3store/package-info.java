/**
 * The embedded S3 server of the one-machine default, seen from the pipeline: starts the process of {@code workers/store},
 * keeps its keys, watches it and ends it.
 */
package org.colophon.adapter.s3store;
