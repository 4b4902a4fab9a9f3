package org.colophon.spine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.item.Step;

/** A letter on its way, to which something happens that is told by what it waits for. */
final class Visit implements AutoCloseable {
    private final Machine machine;
    private final Ground ground;
    private final Spine spine;

    Visit(Machine machine) throws IOException {
        this(machine, machine.ground());
    }

    Visit(Machine machine, Ground ground) throws IOException {
        this.machine = machine;
        this.ground = ground;
        this.spine = new Spine(machine, ground, Plan.none());
    }

    /** Something happens just before the first task of a step. */
    void when(Step step, Runnable happening) {
        spine.before(step, happening);
    }

    /** Goes on until work is held up, and holds that it is by this and by nothing that is the scan's. */
    void waitsFor(String what) {
        spine.workUntil(() -> spine.onlooker.trouble() != null);
        assertThat(spine.onlooker.standing(what))
                .as(() -> spine.onlooker.said() + " " + spine.history.items())
                .isTrue();
        assertThat(spine.onlooker.said()).last().asString().startsWith("Waiting: ");
        for (Item item : spine.history.items()) {
            assertThat(item.state()).isNotIn(List.of(ItemState.REJECTED, ItemState.SET_ASIDE, ItemState.DUPLICATE));
        }
    }

    /** Goes on to the end; the whole account holds, and nothing is red any more. */
    void goOn() throws IOException {
        spine.workUntil(() ->
                spine.item().filter(item -> item.state() == ItemState.PUBLISHED).isPresent());
        spine.look();
        spine.sweep();
        assertThat(spine.defects).isEmpty();
        new Reckoning(ground.home, machine.stored(), machine.letter)
                .holds(spine.history, spine.ports.accessCopies(), Ground.DROPPED, 1);
        assertThat(spine.onlooker.trouble()).isNull();
    }

    Spine spine() {
        return spine;
    }

    Ground ground() {
        return ground;
    }

    @Override
    public void close() {
        spine.close();
    }
}
