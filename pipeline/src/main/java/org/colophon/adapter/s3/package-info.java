/** Copies for readers in a bucket of their own, on any S3 store. */
package org.colophon.adapter.s3;
