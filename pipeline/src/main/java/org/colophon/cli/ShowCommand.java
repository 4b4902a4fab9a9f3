package org.colophon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.colophon.app.Desk;
import org.colophon.item.Event;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.History.PageStatus;
import org.colophon.worker.protocol.Finding;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one item with its pages and every event. */
@Command(name = "show", mixinStandardHelpOptions = true, description = "Shows one item, its pages and every event.")
final class ShowCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "ITEM", converter = ItemIds.class, description = "Name or ARK of the item.")
    private ItemId id;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        try (Desk desk = Desk.reading(options.existingHome(), options.settings(options.home()))) {
            Item item = ItemIds.find(desk.history(), id);
            List<PageStatus> pages = desk.history().pages(id);
            List<Event> events = desk.history().events(id);
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(ItemJson.text(ItemJson.of(item, pages, events)));
            } else {
                print(item, pages, events, out);
            }
        }
        return CommandLines.GOOD;
    }

    private static void print(Item item, List<PageStatus> pages, List<Event> events, PrintWriter out) {
        out.println(item.id() + "  " + Plain.line(item.title()));
        out.println("  " + item.ark() + ", " + item.state().spelling()
                + (item.version() > 0 ? ", version " + item.version() : ""));
        out.println("  dropped as " + Plain.line(item.source().path().display()));
        if (item.reason() != null) {
            item.reason().lines().forEach(line -> out.println("  " + Plain.line(line)));
        }
        out.println();
        Table table = new Table("page", "verdict", "characters", "confidence", "name");
        for (PageStatus page : pages) {
            table.row(
                    String.valueOf(page.page().n()),
                    page.verdict().spelling(),
                    page.recognized() == null
                            ? ""
                            : String.valueOf(page.recognized().characters()),
                    page.recognized() == null || page.recognized().confidence() == null
                            ? ""
                            : String.valueOf(page.recognized().confidence()),
                    page.page().name());
        }
        table.print(out);
        pages.forEach(page -> findings(page, out));
        out.println();
        for (Event event : events) {
            out.println(event.at() + "  " + event.type().term() + (event.page() > 0 ? ", page " + event.page() : "")
                    + ": " + event.outcome().term() + ". " + Plain.line(String.valueOf(event.detail())) + " ("
                    + event.agent() + ")");
        }
    }

    private static void findings(PageStatus page, PrintWriter out) {
        for (Finding finding : page.findings()) {
            out.println("page " + page.page().n() + ", "
                    + Plain.line(page.page().name()) + ": " + Plain.line(finding.text()));
        }
    }
}
