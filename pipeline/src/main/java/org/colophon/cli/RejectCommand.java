package org.colophon.cli;

import java.util.concurrent.Callable;
import org.colophon.app.Desk;
import org.colophon.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives an item back to the technician. */
@Command(
        name = "reject",
        mixinStandardHelpOptions = true,
        description = "Gives an item that is not deposited back to the technician, with a reason in its WHY.txt.")
final class RejectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "ITEM", converter = ItemIds.class, description = "Name or ARK of the item.")
    private ItemId id;

    @Option(names = "--why", required = true, paramLabel = "TEXT", description = "What the technician should know.")
    private String why;

    @Override
    public Integer call() {
        try (Desk desk = Desk.open(options.existingHome(), options.settings(options.home()))) {
            ItemIds.find(desk.history(), id);
            desk.decisions().reject(id, why, Person.here());
            spec.commandLine().getOut().println(id + " is rejected; its folder is moved" + desk.byWhom());
        }
        return CommandLines.GOOD;
    }
}
