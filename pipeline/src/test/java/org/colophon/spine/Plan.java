package org.colophon.spine;

import java.util.Optional;

/** Which call goes wrong, and how: one in a run. Shared by all decorators of a house. */
final class Plan {
    private final Place place;
    private final Fault fault;
    private final int at;
    private final Runnable atTheStop;
    private int calls;
    private boolean armed;
    private boolean away;
    private boolean stopped;
    private String met;

    /** @param at number of the call from 1, among those of the place that can go wrong in this way */
    Plan(Place place, Fault fault, int at, Runnable atTheStop) {
        this.place = place;
        this.fault = fault;
        this.at = at;
        this.atTheStop = atTheStop;
    }

    /** Nothing goes wrong. */
    static Plan none() {
        return new Plan(null, null, 0, () -> {});
    }

    synchronized void arm() {
        armed = true;
    }

    /** The way is gone: what follows is not counted any more. */
    synchronized void disarm() {
        armed = false;
        away = false;
    }

    /** What was away is there again. */
    synchronized void mend() {
        away = false;
    }

    /** Whether a call to a place is touched by this fault if it is the one. */
    boolean concerns(Place here, Fault way) {
        return here == place && way == fault;
    }

    /** Counts a call, and tells what is to happen to it. */
    synchronized Optional<Fault> call(Place here, String method, boolean susceptible) {
        if (stopped) {
            throw new Stopped();
        }
        if (here != place) {
            return Optional.empty();
        }
        if (away) {
            return Optional.of(Fault.AWAY);
        }
        if (!armed || !susceptible || ++calls != at) {
            return Optional.empty();
        }
        met = method;
        away = fault == Fault.AWAY;
        if (fault == Fault.STOPPED) {
            atTheStop.run();
            stopped = true;
            throw new Stopped();
        }
        return Optional.of(fault);
    }

    /** The call that met the fault; empty when there were fewer. */
    synchronized Optional<String> met() {
        return Optional.ofNullable(met);
    }

    /** Whether all that is to go wrong did. */
    synchronized boolean over() {
        return place == null || met != null;
    }

    Fault fault() {
        return fault;
    }
}
