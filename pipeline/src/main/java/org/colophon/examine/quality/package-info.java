/**
 * Quality profiles: what a library asks of its scans. {@link org.colophon.examine.quality.ProfileFile} reads one,
 * {@link org.colophon.examine.quality.Judge} holds a page against it. A new rule is a record that implements
 * {@link org.colophon.examine.quality.Rule} and a line in {@link org.colophon.examine.quality.RuleSection}.
 */
package org.colophon.examine.quality;
