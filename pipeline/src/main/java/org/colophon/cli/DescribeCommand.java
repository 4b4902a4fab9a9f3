package org.colophon.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.colophon.intake.DescriptionFile;
import org.colophon.item.Description;
import org.colophon.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives an item a new description, as a new version of its package. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        description = "Gives a deposited item new descriptive metadata, as a new version of its package.")
final class DescribeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "ITEM", converter = ItemIds.class, description = "Name or ARK of the item.")
    private ItemId id;

    @Option(
            names = "--metadata",
            required = true,
            paramLabel = "FILE",
            description = "A metadata.csv with a row for the whole object, or a Dublin Core or MODS file.")
    private Path metadata;

    @Override
    public Integer call() throws InterruptedException {
        Description description = DescriptionFile.read(metadata);
        return Again.see(options, id, spec.commandLine().getOut(), desk -> desk.decisions()
                .describeAgain(id, description, Person.here()));
    }
}
