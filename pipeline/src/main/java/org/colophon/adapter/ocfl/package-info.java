/**
 * OCFL objects in an S3 bucket, through the MinIO SDK. No other package knows of MinIO or of ocfl-java.
 *
 * <p>{@link org.colophon.adapter.ocfl.StoreClients} connects; {@link org.colophon.adapter.ocfl.MinioCloudClient} is what
 * ocfl-java sees of the store. Whatever the store answers that says nothing about the objects in it (no connection,
 * 5xx, wrong keys) becomes a {@link org.colophon.adapter.ocfl.StoreUnreachableException}, never "not found" and never
 * "corrupt".
 */
package org.colophon.adapter.ocfl;
