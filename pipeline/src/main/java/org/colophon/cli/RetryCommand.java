package org.colophon.cli;

import java.util.concurrent.Callable;
import org.colophon.app.Desk;
import org.colophon.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes up again what was set aside or failed. */
@Command(
        name = "retry",
        mixinStandardHelpOptions = true,
        description = "Takes an item up again that was set aside, or whose text failed to be recognized.")
final class RetryCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "ITEM", converter = ItemIds.class, description = "Name or ARK of the item.")
    private ItemId id;

    @Override
    public Integer call() {
        try (Desk desk = Desk.open(options.existingHome(), options.settings(options.home()))) {
            ItemIds.find(desk.history(), id);
            desk.decisions().retry(id, Person.here());
            spec.commandLine().getOut().println(id + " is taken up again" + desk.byWhom());
        }
        return CommandLines.GOOD;
    }
}
