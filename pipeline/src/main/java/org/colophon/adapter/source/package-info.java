/** The technician's folders on a local or mounted file system. */
package org.colophon.adapter.source;
