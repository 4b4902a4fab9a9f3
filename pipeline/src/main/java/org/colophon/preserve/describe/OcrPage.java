package org.colophon.preserve.describe;

import org.colophon.item.Page;

/**
 * A page's text in a package.
 *
 * @param alto ALTO file
 * @param plain plain text file
 */
public record OcrPage(Page page, PackageFile alto, PackageFile plain) {}
