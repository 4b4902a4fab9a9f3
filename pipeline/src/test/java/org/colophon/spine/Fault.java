package org.colophon.spine;

/** How a call goes wrong. */
enum Fault {
    /** It fails, and nothing of it is done. */
    BEFORE("it is refused, nothing is done"),
    /** It fails after a part of it is done. */
    HALFWAY("it breaks off half-way"),
    /** It is done, but the answer is lost. */
    AFTER("it is done, the answer is lost"),
    /** From this call on nothing answers until the attempt under way has ended. */
    AWAY("nothing answers from then on, until the attempt has ended"),
    /** The process is killed as it makes the call. */
    STOPPED("the process is killed");

    private final String words;

    Fault(String words) {
        this.words = words;
    }

    /** For people. */
    String words(Place place) {
        return switch (place) {
            case QUEUE ->
                switch (this) {
                    case BEFORE -> "all messages are lost";
                    case HALFWAY -> "half of the messages are lost";
                    case AFTER -> "messages come twice";
                    case AWAY, STOPPED -> words;
                };
            case WORKERS ->
                switch (this) {
                    case BEFORE -> "the worker dies at once";
                    case HALFWAY -> "the worker dies half-way";
                    case AFTER -> "the worker dies with its reply on the way";
                    case AWAY, STOPPED -> words;
                };
            default -> words;
        };
    }
}
