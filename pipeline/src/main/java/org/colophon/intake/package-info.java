/**
 * Intake: decides that an object in an inbox is whole, copies it into the workspace with its digests, and admits it.
 *
 * <p>{@link org.colophon.intake.Intake#look} is called every few seconds by one thread. What an object is, is told by
 * {@link org.colophon.intake.Shape}; whether it is whole, by {@link org.colophon.intake.Completeness}; what was
 * delivered with it, by {@link org.colophon.intake.Delivery}; what becomes of it, by
 * {@link org.colophon.intake.Admitting}. Until admission nothing of the technician's is touched.
 */
package org.colophon.intake;
