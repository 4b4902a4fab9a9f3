/**
 * The forked workers behind {@link org.colophon.port.Workers}: a pool of child processes per kind, killed when over their
 * limits, replaced when dead. They hold no credentials, open no network, and are gone when we are.
 */
package org.colophon.adapter.workers;
