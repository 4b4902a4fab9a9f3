/**
 * Preserve: one item in, a deposited package version out. Three parts, each a package: <em>describe</em> writes METS,
 * PREMIS and Dublin Core from the dossier; <em>layout</em> makes a tree of logical paths of them; <em>deposit</em> gets it
 * into the archive, once, and reads it back.
 */
package org.colophon.preserve;
