/** The workspace of one machine: a folder under the home. */
package org.colophon.adapter.workspace;
