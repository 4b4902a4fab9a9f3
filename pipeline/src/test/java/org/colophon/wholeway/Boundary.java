package org.colophon.wholeway;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/**
 * The places on an item's way between two things that are made durable one after the other. Whether a process died there
 * is told from what it left.
 */
enum Boundary {
    COPYING("copying in, no item yet"),
    EXAMINING("examine begun, not finished"),
    RECOGNIZING("recognize begun, not finished"),
    PRESERVING("preserve begun, not finished"),
    SETTLING("settle begun, not finished"),
    PUBLISHING("publish begun, not finished"),
    HANDED_OVER("result finished, next step not begun"),
    INTENDED("intent stored, nothing put"),
    PARTLY_PUT("put partly in the store"),
    PUT("put committed, attempt not finished"),
    UNSETTLED("deposited, folder still in the inbox"),
    MOVED("folder moved, note missing"),
    NOTED("note written, settle not finished"),
    UNPUBLISHED("settled, not published");

    private final String words;

    Boundary(String words) {
        this.words = words;
    }

    private enum Stored {
        NOTHING,
        PARTLY,
        COMMITTED
    }

    String words() {
        return words;
    }

    /** Whether an item stands here; false, too, when the ledger could not be read at this moment. */
    boolean in(Remains remains) {
        try {
            return shows(remains);
        } catch (SQLException e) {
            return false;
        }
    }

    private boolean shows(Remains remains) throws SQLException {
        return switch (this) {
            case COPYING -> copying(remains);
            case EXAMINING -> begun(remains, "examine");
            case RECOGNIZING -> begun(remains, "recognize");
            case PRESERVING -> begun(remains, "preserve");
            case SETTLING -> begun(remains, "settle");
            case PUBLISHING -> begun(remains, "publish");
            case HANDED_OVER -> handedOver(remains);
            case INTENDED -> deposit(remains, Stored.NOTHING);
            case PARTLY_PUT -> deposit(remains, Stored.PARTLY);
            case PUT -> deposit(remains, Stored.COMMITTED);
            case UNSETTLED -> unsettled(remains);
            case MOVED -> moved(remains, false);
            case NOTED -> moved(remains, true);
            case UNPUBLISHED -> remains.any("select 1 from item where state = 'deposited' and settled_at is not null");
        };
    }

    private static boolean copying(Remains remains) throws SQLException {
        Path work = remains.home().resolve("work");
        boolean part = Remains.list(work.resolve("scratch")).stream()
                .anyMatch(file -> file.toString().endsWith(".part"));
        List<String> ids = Remains.list(work.resolve("items")).stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
        if (part || ids.isEmpty()) {
            return part;
        }
        List<String> admitted = remains.rows("select id from item where state <> 'waiting'").stream()
                .map(row -> row.get(0))
                .toList();
        return !admitted.containsAll(ids);
    }

    private static boolean begun(Remains remains, String step) throws SQLException {
        return remains.any("select 1 from attempt where ended is null and step = '" + step + "'");
    }

    private static boolean handedOver(Remains remains) throws SQLException {
        return remains.any(
                """
                select 1 from task t where t.status = 'open' and t.attempt is null and t.step <> 'examine'
                  and exists (select 1 from result r where r.item = t.item)
                  and not exists (select 1 from attempt a where a.item = t.item and a.step = t.step)
                """);
    }

    private static boolean deposit(Remains remains, Stored wanted) throws SQLException {
        for (List<String> row : remains.rows(
                """
                select i.ark from attempt a join item i on i.id = a.item join intent n on n.item = a.item
                where a.ended is null and a.step = 'preserve'
                """)) {
            Path object = remains.stored(row.get(0));
            Stored found = object == null
                    ? Stored.NOTHING
                    : Files.exists(object.resolve("inventory.json.sha512")) ? Stored.COMMITTED : Stored.PARTLY;
            if (found == wanted) {
                return true;
            }
        }
        return false;
    }

    private static boolean unsettled(Remains remains) throws SQLException {
        return remains.rows("select source from item where state = 'deposited' and settled_at is null").stream()
                .anyMatch(row -> Files.exists(Remains.source(row.get(0))));
    }

    private static boolean moved(Remains remains, boolean noted) throws SQLException {
        for (List<String> row : remains.rows(
                """
                select i.source from attempt a join item i on i.id = a.item
                where a.ended is null and a.step = 'settle' and i.settled_at is null
                """)) {
            Path source = Remains.source(row.get(0));
            Path place = Files.exists(source) ? null : remains.moved(source);
            if (place != null && Remains.hasNote(place) == noted) {
                return true;
            }
        }
        return false;
    }
}
