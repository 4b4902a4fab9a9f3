/** The queues: an embedded broker on one machine. The only room that knows JMS. */
package org.colophon.adapter.queue;
