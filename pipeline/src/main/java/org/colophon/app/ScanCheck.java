package org.colophon.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.colophon.adapter.child.Folders;
import org.colophon.adapter.source.FolderSources;
import org.colophon.adapter.workers.ForkedWorkers;
import org.colophon.app.settings.Settings;
import org.colophon.examine.DryRun;
import org.colophon.examine.DryRun.Checked;
import org.colophon.examine.quality.Judge;
import org.colophon.examine.quality.PhysicalSize;
import org.colophon.examine.quality.Profile;
import org.colophon.examine.quality.Profiles;
import org.colophon.intake.FoundObjects;
import org.colophon.intake.FoundObjects.FoundObject;

/** Judges scans where they lie, without a home: workers in a temporary folder, and nothing else. */
public final class ScanCheck implements AutoCloseable {
    private final Profile profile;
    private final Path temps;
    private final ForkedWorkers workers;
    private final DryRun run;

    private ScanCheck(Profile profile, Path temps, ForkedWorkers workers) throws IOException {
        this.profile = profile;
        this.temps = temps;
        this.workers = workers;
        this.run = new DryRun(
                workers,
                new Judge(profile),
                Files.createDirectory(temps.resolve("pages")),
                Runtime.getRuntime().availableProcessors());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "check-close"));
    }

    /**
     * Starts workers.
     *
     * @param home whose own profiles count too; need not exist
     * @param named of a profile; null for the configured one
     * @throws StartRefusedException when there is no such profile
     */
    public static ScanCheck open(Home home, Settings settings, String named) {
        Distribution distribution = Distribution.current();
        Profiles profiles = ProfilesOpening.open(home, settings, distribution);
        String name = named == null ? settings.collections().get(0).quality() : named;
        if (!profiles.names().contains(name)) {
            throw new StartRefusedException("there is no quality profile \"" + name + "\"; there are "
                    + String.join(", ", profiles.names().stream().sorted().toList()));
        }
        try {
            Path temps = Files.createTempDirectory("colophon-check-");
            ForkedWorkers workers =
                    WorkersOpening.open(Home.at(temps), settings, distribution, temps.resolve("workers"));
            return new ScanCheck(profiles.named(name), temps, workers);
        } catch (IOException e) {
            throw new StartRefusedException("no temporary folder can be made: " + e.getMessage(), e);
        }
    }

    /** What is asked of the scans. */
    public Profile profile() {
        return profile;
    }

    /** The objects at a path. */
    public List<FoundObject> objects(Path path) {
        return new FoundObjects(new FolderSources()).at(path);
    }

    /** Judges an object; tells of each page as soon as it can, and gives back all that was found. */
    public List<Checked> check(FoundObject object, Consumer<Checked> each) {
        List<DryRun.Scan> scans = object.scans().stream()
                .map(scan -> new DryRun.Scan(scan.path(), scan.name(), FoundObjects.extension(scan)))
                .toList();
        return run.check(scans, PhysicalSize.of(object.description()), each);
    }

    /** Also when the command is ended by a signal: what was derived of the scans does not stay behind. */
    @Override
    public synchronized void close() {
        run.close();
        workers.close();
        Folders.delete(temps);
    }
}
