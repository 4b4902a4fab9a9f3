/**
 * What is measured, for Prometheus; the only room that knows Micrometer. Labels are stems and fixed words, never
 * identifiers of items or names from outside: each value of a label is a series that a monitor keeps for ever.
 */
package org.colophon.app.metrics;
