package org.colophon.preserve.deposit;

import java.util.concurrent.atomic.AtomicReference;
import org.colophon.item.Item;
import org.colophon.port.Archive;
import org.colophon.port.ArchiveDamagedException;
import org.colophon.port.Ledger;
import org.colophon.port.StepResult;

/** Gets a version into the archive, once, whatever a former attempt left there. */
public final class Deposit {
    /** The longest way is restore, delete, put; more moves mean that somebody else is writing. */
    private static final int MOST_MOVES = 5;

    private final Archive archive;
    private final Ledger ledger;

    /** @param ledger keeps what is about to be put, before it is put */
    public Deposit(Archive archive, Ledger ledger) {
        this.archive = archive;
        this.ledger = ledger;
    }

    /**
     * Deposits, and reads back what lies there then.
     *
     * @throws ArchiveDamagedException when what lies there is covered by no rule, or is not what was put
     */
    public StepResult.Deposited deposit(Item item, Archive.NewVersion version) {
        String ark = version.ark();
        int number = version.number();
        for (int moves = 0; moves < MOST_MOVES; moves++) {
            Move move = Move.next(archive.look(ark), number, ledger.intended(item.id(), number));
            if (move instanceof Move.Adopt) {
                return readBack(version, ledger.intended(item.id(), number).orElseThrow());
            } else if (move instanceof Move.Put) {
                return readBack(version, put(item, version));
            } else if (move instanceof Move.Purge) {
                archive.purge(ark);
            } else if (move instanceof Move.Restore) {
                archive.restoreInventory(ark);
            } else if (move instanceof Move.DeleteStray) {
                archive.deleteVersion(ark, number);
            } else if (move instanceof Move.SetAside aside) {
                throw new ArchiveDamagedException(
                        "v" + number + " of " + ark + " was not put: " + aside.why()
                                + ". Look at the object in the archive, then retry or reject the item.",
                        null);
            }
        }
        throw new ArchiveDamagedException(
                ark + " keeps changing in the archive: is a second Colophon writing to this bucket?", null);
    }

    private String put(Item item, Archive.NewVersion version) {
        AtomicReference<String> put = new AtomicReference<>();
        archive.put(version, digest -> {
            ledger.intend(item.id(), version.number(), digest);
            put.set(digest);
        });
        return put.get();
    }

    private StepResult.Deposited readBack(Archive.NewVersion version, String digest) {
        String root = archive.readBack(version.ark(), version.number(), digest);
        return new StepResult.Deposited(version.number(), digest, root);
    }
}
