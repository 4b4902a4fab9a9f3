package org.colophon.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.colophon.app.Desk;
import org.colophon.item.Item;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists items with their state. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists all items with their state, newest first.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        try (Desk desk = Desk.reading(options.existingHome(), options.settings(options.home()))) {
            List<Item> items = desk.history().items();
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(ItemJson.text(items.stream().map(ItemJson::of).toList()));
            } else {
                print(items, out);
            }
        }
        return CommandLines.GOOD;
    }

    private static void print(List<Item> items, PrintWriter out) {
        if (items.isEmpty()) {
            out.println("Nothing here yet: drop a folder of scans into the inbox.");
            return;
        }
        Table table = new Table("item", "state", "pages", "version", "title", "reason");
        for (Item item : items) {
            table.row(
                    item.id().name(),
                    item.state().spelling(),
                    String.valueOf(item.pageCount()),
                    item.version() == 0 ? "" : "v" + item.version(),
                    item.title(),
                    item.reason() == null
                            ? ""
                            : item.reason().lines().findFirst().orElse(""));
        }
        table.print(out);
    }
}
