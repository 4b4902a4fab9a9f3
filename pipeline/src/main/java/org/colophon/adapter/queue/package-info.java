/** The queues: an embedded broker on one machine, an external one that many share. The only room that knows JMS. */
package org.colophon.adapter.queue;
