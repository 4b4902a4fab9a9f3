package org.colophon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.colophon.app.health.Part;
import org.colophon.app.health.PartQuestion;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.item.Collection;
import org.colophon.item.UnavailableException;

/** How each part that a machine needs is asked whether it can be worked with. */
final class Questions {
    private Questions() {}

    /** @param roles inboxes and the virus scanner are asked after where inboxes are watched */
    static Map<Part, PartQuestion> of(House house, Roles roles) {
        Settings settings = house.settings();
        Map<Part, PartQuestion> questions = new EnumMap<>(Part.class);
        questions.put(Part.STORE, house.storePulse()::answer);
        questions.put(Part.DATABASE, house.ports().ledger()::pulse);
        questions.put(Part.BROKER, house.broker()::answer);
        questions.put(Part.WORKERS, house.workers()::answer);
        questions.put(Part.DISK, () -> room(house.home().work(), settings.get(Keys.INBOX_RESERVE)));
        if (roles.has(Role.INTAKE)) {
            List<Path> inboxes =
                    settings.collections().stream().map(Collection::inbox).toList();
            if (ScannerOpening.isOn(settings)) {
                questions.put(Part.VIRUS_SCANNER, house.ports().scanner()::agent);
            }
            questions.put(Part.INBOX, () -> inboxes.forEach(Questions::usable));
        }
        return questions;
    }

    /** @param reserve bytes that must be left free */
    static void room(Path folder, long reserve) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free <= reserve) {
            throw new UnavailableException(
                    "disk",
                    (free >> 20) + " MB are free at " + folder + ", and " + (reserve >> 20)
                            + " MB are kept free (inbox.reserve): make room",
                    null);
        }
        if (!Files.isWritable(folder)) {
            throw new UnavailableException("disk", folder + " cannot be written: give it to this user", null);
        }
    }

    /** Settling moves folders out of it, so it must be writable too. */
    static void usable(Path inbox) {
        if (!Files.isDirectory(inbox) || !Files.isReadable(inbox) || !Files.isWritable(inbox)) {
            throw new UnavailableException(
                    "inbox",
                    "the inbox " + inbox + " is not there, or cannot be read and written: mount it, or give this user"
                            + " the right",
                    null);
        }
    }
}
