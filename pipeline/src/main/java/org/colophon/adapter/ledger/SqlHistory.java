package org.colophon.adapter.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.ItemState;
import org.colophon.item.Page;
import org.colophon.item.Step;
import org.colophon.item.StoredFile;
import org.colophon.item.Task;
import org.colophon.item.Verdict;
import org.colophon.port.History;
import org.colophon.port.StepResult.Compared;
import org.colophon.port.StepResult.Examined;
import org.colophon.port.StepResult.Recognized;
import org.colophon.worker.protocol.Finding;

/** Questions to the ledger in SQL: each answer is one consistent state. */
public final class SqlHistory implements History {
    private static final String NEWEST_FIRST = " order by created_at desc, id desc";
    /** A place for each state there is, so that the statement is always the same. */
    private static final int STATES = 11;

    private final Transactions transactions;

    public SqlHistory(LedgerDatabase database) {
        this.transactions = database.transactions();
    }

    @Override
    public List<Item> items() {
        return transactions.read(
                "list all items",
                session -> session.list("select " + ItemTable.COLUMNS + " from item" + NEWEST_FIRST, ItemTable::item));
    }

    @Override
    public List<Item> items(List<ItemState> states, int offset, int limit) {
        if (states.isEmpty()) {
            return List.of();
        }
        List<Object> values = IntStream.range(0, STATES)
                .<Object>mapToObj(i -> states.get(i % states.size()).spelling())
                .collect(Collectors.toCollection(ArrayList::new));
        values.add(limit);
        values.add(offset);
        return transactions.read(
                "list items",
                session -> session.list(
                        "select " + ItemTable.COLUMNS + " from item where state in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                                + NEWEST_FIRST + " limit ? offset ?",
                        ItemTable::item,
                        values.toArray()));
    }

    @Override
    public Optional<Item> item(ItemId id) {
        return transactions.read("show " + id, session -> find(session, id));
    }

    @Override
    public List<PageStatus> pages(ItemId id) {
        return transactions.read("show the pages of " + id, session -> {
            Map<Integer, StoredFile> files =
                    PageTable.files(session, id).stream().collect(Collectors.toMap(StoredFile::n, Function.identity()));
            Map<Integer, Examined> examined = ResultTable.newest(session, id, Step.EXAMINE, Examined.class);
            Map<Integer, Recognized> recognized = ResultTable.newest(session, id, Step.RECOGNIZE, Recognized.class);
            Optional<Compared> compared = compared(session, id);
            List<Verdict> verdicts = PageTable.verdicts(session, id);
            List<Page> pages = PageTable.pages(session, id);
            return IntStream.range(0, pages.size())
                    .mapToObj(i -> new PageStatus(
                            pages.get(i),
                            files.get(pages.get(i).file()),
                            verdicts.get(i),
                            examined.get(pages.get(i).n()),
                            recognized.get(pages.get(i).n()),
                            of(compared, pages.get(i).n())))
                    .toList();
        });
    }

    @Override
    public PageStatus page(ItemId id, int n) {
        return transactions.read("show page " + n + " of " + id, session -> page(session, id, n));
    }

    @Override
    public List<PageStatus> refused(ItemId id, int most) {
        return transactions.read("show the refused pages of " + id, session -> {
            List<PageStatus> refused = new ArrayList<>();
            for (Page page : PageTable.withVerdict(session, id, Verdict.REFUSED)) {
                if (refused.size() < most) {
                    refused.add(page(session, id, page.n()));
                }
            }
            return refused;
        });
    }

    private static PageStatus page(Session session, ItemId id, int n) throws SQLException {
        Page page = PageTable.page(session, id, n)
                .orElseThrow(() -> new IllegalArgumentException("there is no page " + n + " of " + id));
        return new PageStatus(
                page,
                PageTable.file(session, id, page.file()),
                PageTable.verdict(session, id, n),
                ResultTable.newest(session, new Task(id, n, Step.EXAMINE), Examined.class)
                        .orElse(null),
                ResultTable.newest(session, new Task(id, n, Step.RECOGNIZE), Recognized.class)
                        .orElse(null),
                List.of());
    }

    private static Optional<Compared> compared(Session session, ItemId id) throws SQLException {
        return ResultTable.newest(session, Task.of(id, Step.EXAMINE), Compared.class);
    }

    private static List<Finding> of(Optional<Compared> compared, int page) {
        return compared.map(all -> all.of(page)).orElse(List.of());
    }

    @Override
    public List<Event> events(ItemId id) {
        return transactions.read("show the events of " + id, session -> EventTable.of(session, id));
    }

    @Override
    public Dossier dossier(ItemId id) {
        return transactions.read("gather all that is known of " + id, session -> {
            Item item = find(session, id)
                    .orElseThrow(() -> new IllegalArgumentException("there is no item " + id + " in the ledger"));
            Round round = RoundTable.find(session, id, item.round())
                    .orElseThrow(() -> new IllegalArgumentException(id + " is not admitted yet: it has no dossier"));
            return new Dossier(
                    item,
                    PageTable.files(session, id),
                    PageTable.pages(session, id),
                    ResultTable.newest(session, id, Step.EXAMINE, Examined.class),
                    ResultTable.newest(session, id, Step.RECOGNIZE, Recognized.class),
                    EventTable.of(session, id),
                    round);
        });
    }

    @Override
    public Progress progress(ItemId id) {
        return transactions.read("tell how far " + id + " is", session -> session.first(
                        "select examined, recognized, page_count from item where id = ?",
                        row -> new Progress(row.getInt(1), row.getInt(2), row.getInt(3)),
                        id.name())
                .orElse(new Progress(0, 0, 0)));
    }

    @Override
    public Backlog backlog() {
        return transactions.read("count what is to be done", BacklogCount::of);
    }

    private static Optional<Item> find(Session session, ItemId id) throws SQLException {
        return session.first("select " + ItemTable.COLUMNS + " from item where id = ?", ItemTable::item, id.name());
    }
}
