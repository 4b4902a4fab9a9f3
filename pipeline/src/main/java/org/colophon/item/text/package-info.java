/**
 * Writers over a page text: ALTO 4, plain text, hOCR. Pure functions, so that the package, the web and every export say
 * the same; and the XML writer they share with the package's metadata.
 */
package org.colophon.item.text;
