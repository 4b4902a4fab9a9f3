/**
 * Describes an item in the field's own languages: METS 1.12, PREMIS 3 with MIX 2.0 inside, Dublin Core. Everything is
 * written from the dossier alone, so that writing twice gives the same bytes: no clock, no random number.
 */
package org.colophon.preserve.describe;
