/**
 * What the pipeline and its forked workers say to each other: one JSON object a line, a {@link
 * org.colophon.worker.protocol.Call} on the worker's standard input, a {@link org.colophon.worker.protocol.Reply} on its
 * standard output. A stranger's bytes are parsed only on the worker's side of this line.
 *
 * <p>To add a task: a record in {@link org.colophon.worker.protocol.Request}, a record in {@link
 * org.colophon.worker.protocol.Result}, and a {@link org.colophon.worker.protocol.Task} in the worker's main.
 */
package org.colophon.worker.protocol;
