package org.colophon.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.colophon.Pipeline;
import org.colophon.app.health.Troubles;
import org.colophon.app.metrics.StepMeters;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.intake.Intake;
import org.colophon.intake.IntakeConfig;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.History;
import org.colophon.port.Ports;
import org.colophon.port.StepRunner.StepObserver;

/** A house at work: steps always; inboxes and web pages where wanted. */
public final class Service implements AutoCloseable {
    private final Home home;
    private final Settings settings;
    private final Roles roles;
    private final House house;
    private final Pipeline pipeline;
    private final Troubles troubles;
    private final StepMeters meters = new StepMeters();
    private final Outcomes outcomes;
    private final StepObserver watcher;
    private final Announcer announcer;
    private Steps steps;
    private WebServer web;
    private Monitoring monitoring;
    private Intake intake;
    private Watching watching;

    private Service(Home home, Settings settings, Roles roles, House house, Announcer announcer, Fittings fittings) {
        this.watcher = fittings.observer();
        this.roles = roles;
        this.home = home;
        this.settings = settings;
        this.house = house;
        this.announcer = announcer;
        this.pipeline = new Pipeline(house.ports(), House.self(), house.clock());
        this.troubles = new Troubles(announcer::say);
        this.outcomes = new Outcomes(
                house.ports(), item -> announcer.say(Sentences.outcome(item, pages(item))), troubles, meters);
    }

    /**
     * Opens a home and starts the steps.
     *
     * @throws StartRefusedException when it cannot be, with the one thing to mend
     */
    public static Service start(Home home, Settings settings, Announcer announcer) {
        return start(home, settings, Roles.all(), announcer);
    }

    /** As above, for a machine that leaves a part of the work to others. */
    public static Service start(Home home, Settings settings, Roles roles, Announcer announcer) {
        return start(home, settings, roles, announcer, Fittings.NONE);
    }

    /** As above, with something put between the house and its steps. */
    public static Service start(Home home, Settings settings, Roles roles, Announcer announcer, Fittings fittings) {
        Startup.checkRoles(roles, settings);
        home.logAs(settings);
        home.prepare();
        HomeLock lock = HomeLock.take(home);
        try {
            if (roles.has(Role.INTAKE)) {
                Startup.checkFolders(home, settings);
            }
            House house = House.open(home, lock, settings, announcer, fittings);
            return new Service(home, settings, roles, house, announcer, fittings);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Serves web pages; to be called before work starts, so that outcomes can name their pages. */
    public String serve() {
        Startup.checkWeb(settings);
        monitoring = new Monitoring(house, roles, troubles, meters);
        web = WebServer.start(settings, house.ports(), monitoring, house.temps());
        house.runFile(address()).write(home);
        return address();
    }

    /** Starts working on whatever is there. */
    public void work() {
        Startup.warnings(settings, roles, house.ports().workers())
                .forEach(warning -> announcer.say("Warning: " + warning));
        if (web == null) {
            house.runFile(null).write(home);
        }
        steps = Steps.start(house, roles, pipeline, outcomes.and(watcher), address());
    }

    /** Starts watching the inboxes. */
    public void watch() {
        watching = Watching.open(home, settings, pipeline);
        steps.watch(pipeline, watching.intake());
    }

    /** Takes objects by command; later {@link #lookAgain} goes on with what was not whole. */
    public List<ItemId> take(List<Path> paths, boolean each, Duration giveUp) {
        IntakeConfig usual = Watching.config(settings);
        IntakeConfig config = giveUp == null ? usual : usual.withGiveUp(giveUp);
        intake = pipeline.intake(List.of(), config);
        return intake.take(paths, each, settings.collections().get(0));
    }

    /** Looks again at what was taken by command and not admitted; a line an object that still waits. */
    public List<String> lookAgain() {
        UnavailableException away = intake.look().away();
        if (away == null) {
            outcomes.over("intake");
        } else {
            outcomes.met("intake", away);
        }
        return intake.waiting();
    }

    /** What stands in the way, when nothing has moved for so long; null otherwise. */
    public String stuckFor(Duration atLeast) {
        return outcomes.stuckFor(atLeast);
    }

    /** Questions to the ledger. */
    public History history() {
        return house.ports().history();
    }

    /** Every port, as the steps have it. */
    public Ports ports() {
        return house.ports();
    }

    /** How many pages are recognized at a time. */
    public int recognizers() {
        return WorkersOpening.recognizers(settings);
    }

    private String pages(Item item) {
        return web == null ? null : address() + "/items/" + item.id();
    }

    private String address() {
        return WebAddress.of(settings, web == null ? settings.get(Keys.WEB_PORT) : web.port());
    }

    /** The inboxes, for people. */
    public List<Path> inboxes() {
        return settings.collections().stream().map(Collection::inbox).toList();
    }

    /** Stops looking, ends the workers, gives the home back. What was under way is taken up at the next start. */
    @Override
    public void close() {
        if (web != null) {
            web.close();
        }
        if (monitoring != null) {
            monitoring.close();
        }
        // Workers first: whoever waits for one gives up at once, and its routes can stop.
        house.stopWorkers();
        if (steps != null) {
            steps.close();
        }
        if (watching != null) {
            watching.close();
        }
        RunFile.remove(home);
        house.close();
    }
}
