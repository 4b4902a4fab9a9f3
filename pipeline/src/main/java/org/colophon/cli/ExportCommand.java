package org.colophon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.colophon.app.Desk;
import org.colophon.exchange.Export;
import org.colophon.exchange.Export.Form;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes an item's package, or its stored object, into a folder. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes an item's package, or the stored object as it lies, into a folder.")
final class ExportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "ITEM", converter = ItemIds.class, description = "Name or ARK of the item.")
    private ItemId id;

    @Option(names = "--to", required = true, paramLabel = "DIR", description = "Folder to write into; made if missing.")
    private Path to;

    @Option(
            names = "--as",
            defaultValue = "package",
            description =
                    "package: the E-ARK package of the newest version; ocfl: the stored object with all versions.")
    private Form form;

    @Override
    public Integer call() {
        try (Desk desk = Desk.reading(options.existingHome(), options.settings(options.home()))) {
            Item item = ItemIds.find(desk.history(), id);
            Path written = new Export(desk.archive()).export(item, to, form);
            spec.commandLine().getOut().println(written);
        }
        return CommandLines.GOOD;
    }
}
