/**
 * Pages of PDF documents. A page that is one image gives that image, its bytes unchanged where they are a JPEG; any other
 * page is drawn. Documents that are locked or act by themselves are refused.
 */
package org.colophon.worker.image.pdf;
