package org.colophon.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.colophon.app.Distribution;
import org.colophon.app.Home;
import org.colophon.app.StartRefusedException;
import org.colophon.app.settings.Layer;
import org.colophon.app.settings.Settings;
import picocli.CommandLine.Option;

/** Options every command has: which home, which configuration. */
public final class HomeOptions {
    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "colophon-home",
            description = "Folder of this installation (default: ${DEFAULT-VALUE}).")
    private Path home;

    @Option(names = "--config", paramLabel = "FILE", description = "Another configuration file, read after the home's.")
    private List<Path> configs = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Sets one configuration key; may be given again and again.")
    private List<String> assignments = new ArrayList<>();

    /** The home that was named. */
    public Home home() {
        return Home.at(home);
    }

    /**
     * The home that was named, where something is kept already.
     *
     * @throws StartRefusedException when nothing is
     */
    public Home existingHome() {
        if (!home().exists()) {
            throw new StartRefusedException("there is no Colophon home at " + home().folder()
                    + ": name yours with --home, or begin one with: colophon run --home DIR");
        }
        return home();
    }

    /** The configuration for a home; {@code extra} lies right above the distribution's defaults. */
    public Settings settings(Home of, String... extra) {
        return settings(of, List.of(extra), List.of());
    }

    /** As above; {@code above} lies over everything, since options of a command's own say the same as keys do. */
    Settings settings(Home of, List<String> extra, List<String> above) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Layer.shipped(Distribution.current().config()));
        layers.add(Layer.assignments(extra));
        if (Files.exists(of.config())) {
            layers.add(Layer.file(of.config()));
        }
        configs.forEach(config -> layers.add(Layer.file(config)));
        layers.add(Layer.environment(System.getenv()));
        layers.add(Layer.assignments(assignments));
        layers.add(Layer.assignments(above));
        return Settings.of(of.folder(), layers);
    }
}
