package org.colophon.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.colophon.decisions.Decisions;
import org.colophon.item.Agent;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.UnavailableException;
import org.colophon.port.DecisionRefusedException;

/** One letter on its way from the inbox to its readers, once or read again, while one call goes wrong. */
final class Run implements AutoCloseable {
    final Machine machine;
    final Ground ground;
    final int version;
    private final Plan plan;
    private Spine spine;

    /** @param version which of the letter's versions is under way when the fault happens, 1 or 2 */
    Run(Machine machine, int version, Place place, Fault fault, int at) throws IOException {
        this.machine = machine;
        this.ground = machine.ground();
        this.version = version;
        this.plan = new Plan(place, fault, at, ground::freeze);
        this.spine = new Spine(machine, ground, plan);
    }

    /** Goes the whole way, through the fault and a new start where the process was killed. */
    void go() throws IOException {
        if (version > 1) {
            spine.workUntil(() -> published(1));
        }
        plan.arm();
        try {
            goOn();
        } catch (Stopped e) {
            restart();
            goOn();
        }
        plan.disarm();
        spine.look();
        spine.sweep();
    }

    private void goOn() {
        if (version > 1) {
            readAgain();
        }
        spine.workUntil(() -> published(version));
    }

    /** As somebody would at the command line, again where it did not get through. */
    private void readAgain() {
        ItemId id = spine.item().orElseThrow().id();
        Decisions decisions = new Decisions(spine.ports.ledger(), spine.ports.queue(), ground.clock);
        while (spine.item().orElseThrow().round() < version) {
            try {
                decisions.recognizeAgain(id, List.of("eng"), Agent.person("an archivist"));
            } catch (UnavailableException | DecisionRefusedException e) {
                plan.mend();
            }
        }
    }

    private void restart() throws IOException {
        ground.thaw();
        Spine dead = spine;
        spine = new Spine(machine, ground, Plan.none());
        dead.close();
    }

    private boolean published(int wanted) {
        Optional<Item> item = spine.item();
        return item.isPresent()
                && item.get().state() == ItemState.PUBLISHED
                && item.get().version() == wanted;
    }

    Spine spine() {
        return spine;
    }

    /** The call that met the fault; empty when all calls there are went well. */
    Optional<String> met() {
        return plan.met();
    }

    /** Whether somebody was told that work waits for something. */
    boolean wasRed() {
        return !spine.onlooker.said().isEmpty();
    }

    /** Holds the whole account of the letter; then what the store has of it is cleared away, for hundreds follow. */
    void reckon() throws IOException {
        assertThat(spine.defects).isEmpty();
        Reckoning reckoning = new Reckoning(ground.home, machine.stored(), machine.letter);
        reckoning.holds(spine.history, spine.ports.accessCopies(), Ground.DROPPED, version);
        assertThat(spine.onlooker.trouble()).isNull();
        Item item = spine.item().orElseThrow();
        Ground.delete(reckoning.objectRoot(item.ark()));
        Ground.delete(
                machine.stored().resolve("colophon-access").resolve(item.id().name()));
    }

    @Override
    public void close() {
        spine.close();
        Ground.delete(ground.home);
    }
}
