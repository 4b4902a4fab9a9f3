package org.colophon.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.colophon.item.ItemId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Recognizes an item's text again, as a new version of its package. */
@Command(
        name = "recognize",
        mixinStandardHelpOptions = true,
        description = "Recognizes a deposited item's text again, as a new version of its package.")
final class RecognizeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Parameters(paramLabel = "ITEM", converter = ItemIds.class, description = "Name or ARK of the item.")
    private ItemId id;

    @Option(
            names = "--language",
            required = true,
            paramLabel = "CODE",
            split = "[,+]",
            description = "ISO 639 or BCP 47, e.g. de, fra, de-Latf; several are read together.")
    private List<String> languages;

    @Override
    public Integer call() throws InterruptedException {
        return Again.see(options, id, spec.commandLine().getOut(), desk -> desk.decisions()
                .recognizeAgain(id, languages, Person.here()));
    }
}
