/** The whole way, with nothing mocked: the distribution as its users start it, its own store, broker, workers, ledger. */
package org.colophon.wholeway;
