/** Recognize: one page in, one immutable page text out. Failed recognition never stops preservation. */
package org.colophon.recognize;
