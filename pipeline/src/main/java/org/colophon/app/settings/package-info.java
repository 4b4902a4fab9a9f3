/**
 * Configuration: read from defaults, files, environment and command line, checked whole at start, every problem reported
 * together. To add a key: a line in {@link org.colophon.app.settings.Keys}, its use, and {@code config/colophon.yml}.
 */
package org.colophon.app.settings;
