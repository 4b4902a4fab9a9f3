package org.colophon.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** How a call ended, as the worker itself can tell. A worker that died sends none: its parent judges that. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "reply")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Reply.Done.class, name = "done"),
    @JsonSubTypes.Type(value = Reply.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Reply.Failed.class, name = "failed"),
})
public sealed interface Reply {
    /** The call's id, or 0 when the line could not be read as a call. */
    long id();

    /** The work is done. */
    record Done(long id, Result result) implements Reply {}

    /**
     * The input is at fault; asking again would give the same.
     *
     * @param reason a sentence for the technician: what is wrong with which part, and what to do
     */
    record Refused(long id, String reason) implements Reply {}

    /**
     * The worker failed: a defect, memory, a deadline, or a tool that is not there.
     *
     * @param kind why, in a closed set
     * @param detail for the log
     */
    record Failed(long id, FailureKind kind, String detail) implements Reply {}

    /** Why a worker failed. */
    enum FailureKind {
        /** Something was thrown that no task expected. */
        DEFECT,
        /** The heap was exhausted; the worker ends itself after this reply. */
        OUT_OF_MEMORY,
        /** The deadline passed. */
        TIMEOUT,
        /** A program that the work needs is not installed; the detail says how to get it. */
        MISSING_TOOL,
        /** The line was not a call that this worker knows. */
        NOT_UNDERSTOOD
    }
}
