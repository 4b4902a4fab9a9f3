/** What every answer carries, whichever face gave it. */
package org.colophon.web.security;
