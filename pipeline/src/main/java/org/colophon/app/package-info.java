/**
 * Wiring: opens a home, puts adapters behind the ports, starts the routes and the web. Nothing here knows what a scan is.
 */
package org.colophon.app;
