package org.colophon.worker.protocol;

/**
 * One piece of work for a worker.
 *
 * @param id echoed in the reply; a reply with another id is not an answer to this call
 * @param limits what the work may cost
 * @param request what to do
 */
public record Call(long id, Limits limits, Request request) {}
