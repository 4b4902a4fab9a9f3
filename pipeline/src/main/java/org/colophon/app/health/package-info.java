/**
 * Whether this machine can work: one answer a part. To add a part: a constant in {@link org.colophon.app.health.Part} and
 * its question in {@code org.colophon.app.Questions}.
 */
package org.colophon.app.health;
