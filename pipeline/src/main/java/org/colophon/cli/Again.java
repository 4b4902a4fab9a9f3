package org.colophon.cli;

import java.io.PrintWriter;
import java.util.Optional;
import org.colophon.app.Desk;
import org.colophon.app.Home;
import org.colophon.app.Service;
import org.colophon.app.settings.Settings;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.History;

/** Waits until a new version that a decision asked for is made: by the running service, or by this process. */
final class Again {
    private Again() {}

    /** Decides at the desk, then sees it through. */
    static int see(HomeOptions options, ItemId id, PrintWriter out, Decision decision) throws InterruptedException {
        Home home = options.existingHome();
        Settings settings = options.settings(home);
        boolean served;
        try (Desk desk = Desk.open(home, settings)) {
            ItemIds.find(desk.history(), id);
            decision.take(desk);
            served = desk.served();
            if (served) {
                return told(await(desk.history(), id), out);
            }
        }
        try (Service service = Service.start(home, settings, line -> out.println(Plain.line(line)))) {
            service.work();
            return told(await(service.history(), id), out);
        }
    }

    private static Item await(History history, ItemId id) throws InterruptedException {
        while (true) {
            Optional<Item> item = history.item(id);
            boolean ended = item.isPresent()
                    && switch (item.get().state()) {
                        case PUBLISHED, HELD, WITHDRAWN ->
                            item.get().version() == item.get().round();
                        case REJECTED, DUPLICATE, SET_ASIDE -> true;
                        case WAITING, EXAMINING, RECOGNIZING, PRESERVING, DEPOSITED -> false;
                    };
            if (ended) {
                return item.get();
            }
            Thread.sleep(250);
        }
    }

    private static int told(Item item, PrintWriter out) {
        if (item.state().archived()) {
            out.println(item.id() + " is deposited as version " + item.version());
            return CommandLines.GOOD;
        }
        out.println(item.id() + " is " + item.state().spelling() + ": " + Plain.line(String.valueOf(item.reason())));
        return CommandLines.SOME_NOT_DEPOSITED;
    }

    /** What is decided. */
    @FunctionalInterface
    interface Decision {
        void take(Desk desk);
    }
}
