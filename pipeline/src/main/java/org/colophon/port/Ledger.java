package org.colophon.port;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.colophon.item.Description;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.SourcePath;
import org.colophon.item.Task;

/**
 * The truth about all work. Every method is one transaction; what it returns is committed. Methods that give tasks give
 * those that are ready now and were not rung for: the caller queues them, and should it die before that, {@link #ring}
 * finds them again.
 *
 * <p>All methods throw {@link org.colophon.item.UnavailableException} when the database does not answer.
 */
public interface Ledger {

    // --- intake

    /** Records or refreshes an object that waits in an inbox, with the reason why. Harmless once it is admitted. */
    void sighted(Waiting waiting);

    /** The waiting object is gone from the inbox; forgets it. Does nothing to an admitted one. */
    void forget(ItemId id);

    /**
     * Admits an object: item, files, pages, events and tasks in one go.
     *
     * @return the first tasks
     */
    List<Task> admit(Admission admission);

    /**
     * Admits an object from an inbox that is watched.
     *
     * @throws WatchLostException when somebody else watches it by now
     */
    List<Task> admit(Admission admission, Watch watch);

    /**
     * Takes or lengthens the right to admit from an inbox, for a minute: two intakes would take every object twice.
     *
     * @return empty when the watch is held now; else who holds it
     */
    Optional<String> watch(Watch watch);

    /** Gives back every watch of a holder, so that another need not wait for its end. */
    void endWatches(String holder);

    /** Admitted items whose source is not settled yet, with what was seen of each source at admission. */
    List<Unsettled> unsettled();

    /**
     * The newest deposited item that a command took from this very path, with what was seen there: a command that is given
     * again goes on with it instead of taking it anew.
     */
    Optional<Unsettled> archivedFrom(SourcePath path);

    /** The same of one item; empty when its source is settled, or it was not admitted. */
    Optional<Unsettled> unsettled(ItemId item);

    /** A deposited item with these masters in this order. */
    Optional<Item> archivedWith(String contentIdentity);

    /** Another item with these masters that is under way or set aside, so that a twin waits for it. */
    Optional<Item> underWayWith(String contentIdentity);

    /** Pages of all admitted items that are not through examination and recognition. */
    int openPages();

    // --- work

    /**
     * Takes the lease of a task and commits an attempt before any risk is run.
     *
     * @param holder who asks: one name a process
     * @return empty when there is nothing to do: the result stands, the item is stopped, the task waits for its time, or
     *     somebody holds a live lease
     */
    Optional<Lease> begin(Task task, String holder);

    /** Lengthens a lease; false when it was lost. */
    boolean renew(Lease lease);

    /**
     * Ends an attempt, if the lease is still its own: result, events and counters in one transaction.
     *
     * @return tasks that are ready because of it
     */
    List<Task> finish(Lease lease, Ending ending);

    /**
     * What is ready, unleased and was not rung for lately; marks it as rung.
     *
     * @param silent how long ago the last ring must be
     * @param pagesOfOne most pages of one item that may be rung for at a time
     */
    List<Task> ring(Duration silent, int pagesOfOne);

    /**
     * Ends every lease as abandoned, and every watch: only for the sole owner of a home, at start. Returns how many leases
     * there were.
     */
    int abandonAll();

    /** Appends events that belong to no attempt, such as what custody finds. */
    void record(ItemId item, List<Event> events);

    // --- deposit

    /** Stores what is about to be put: this digest of the inventory of this version. Overwrites an earlier intent. */
    void intend(ItemId item, int version, String inventoryDigest);

    /** The intent of a version, if one was stored. */
    Optional<String> intended(ItemId item, int version);

    // --- decisions

    /**
     * Takes up again what was set aside or failed.
     *
     * @throws DecisionRefusedException when there is nothing to retry
     */
    List<Task> retry(ItemId item, Event why);

    /**
     * Rejects an item that is waiting for a decision or under way.
     *
     * @throws DecisionRefusedException when a package of it was deposited
     */
    List<Task> reject(ItemId item, String reason, Event why);

    /**
     * Begins the next round with every page recognized anew.
     *
     * @param languages ISO 639 or BCP 47, or the engine's model names
     * @throws DecisionRefusedException when no package was deposited, or a round is under way
     */
    List<Task> recognizeAgain(ItemId item, List<String> languages, Event why);

    /**
     * Begins the next round with a new description. Where it names no title the item keeps its own; where it names
     * languages they are the item's from now on.
     *
     * @throws DecisionRefusedException as above
     */
    List<Task> describeAgain(ItemId item, Description description, Event why);

    // --- health

    /** Answers when the database does; throws otherwise. */
    Instant now();

    /** Writes a little, for good; throws when the database does not take it, such as for want of room. */
    void pulse();
}
