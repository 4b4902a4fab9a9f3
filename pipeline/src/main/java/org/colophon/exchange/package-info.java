/** Exchange: items leave the house in forms that others read. */
package org.colophon.exchange;
