package org.colophon.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.colophon.adapter.source.FolderSources;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.item.Collection;
import org.colophon.port.Workers;
import org.colophon.port.Workers.LanguageChoice;
import org.colophon.settle.SettleConfig;

/** What must hold before a service starts; each failure is one clear message and exit code 2. */
final class Startup {
    private Startup() {}

    /** Sees that a machine which does a part of the work shares all that the others need. */
    static void checkRoles(Roles roles, Settings settings) {
        List<String> missing = new ArrayList<>();
        if (settings.get(Keys.LEDGER_URL).isEmpty()) {
            missing.add(Keys.LEDGER_URL.name());
        }
        if (settings.get(Keys.BROKER_URL).isEmpty()) {
            missing.add(Keys.BROKER_URL.name());
        }
        if (settings.get(Keys.STORE_ENDPOINT).isEmpty()) {
            missing.add(Keys.STORE_ENDPOINT.name());
        }
        if (!roles.isAll() && !missing.isEmpty()) {
            throw new StartRefusedException("--roles " + roles + " leaves the rest to other machines, but what is"
                    + " embedded here they cannot reach: set " + String.join(", ", missing)
                    + " (config/cluster.yml shows how), or leave --roles out");
        }
        if (!roles.isAll() && !WorkspaceOpening.isShared(settings)) {
            throw new StartRefusedException("--roles " + roles + " leaves the rest to other machines, but they cannot"
                    + " reach this one's folder: set " + Keys.WORKSPACE_KIND.name() + " to store");
        }
    }

    /** Makes the inboxes, and sees that settling can be a rename. */
    static void checkFolders(Home home, Settings settings) {
        try {
            for (Collection collection : settings.collections()) {
                checkPlace(home, collection.inbox());
                Path inbox = Files.createDirectories(collection.inbox());
                if (!Files.isWritable(inbox)) {
                    throw new StartRefusedException(
                            "the inbox " + inbox
                                    + " cannot be written, so settled folders could not be moved away. Give this user the right.");
                }
            }
        } catch (IOException e) {
            throw new StartRefusedException("an inbox could not be made: " + e.getMessage(), e);
        }
        List<String> apart = new SettleConfig(home.done(), home.rejected(), home.duplicate(), "")
                .outOfReach(new FolderSources(), settings.collections());
        if (!apart.isEmpty()) {
            throw new StartRefusedException(String.join("\n", apart));
        }
    }

    /** An inbox that held our own folders would take the archive in as a drop. */
    private static void checkPlace(Home home, Path inbox) {
        for (Path ours : List.of(
                home.done(), home.rejected(), home.duplicate(), home.work(), home.store(), home.index(), home.logs())) {
            if (ours.startsWith(inbox) || inbox.startsWith(ours)) {
                throw new StartRefusedException("the inbox " + inbox + " and Colophon's own folder " + ours
                        + " lie in one another: give the inbox a folder of its own (inbox.path, or"
                        + " collections.*.inbox)");
            }
        }
    }

    /** Sees that the web pages can listen, and may. */
    static void checkWeb(Settings settings) {
        String address = settings.get(Keys.WEB_ADDRESS);
        int port = settings.get(Keys.WEB_PORT);
        InetAddress bind;
        try {
            bind = InetAddress.getByName(address);
        } catch (UnknownHostException e) {
            throw new StartRefusedException("web.address: \"" + address + "\" is no address of this machine", e);
        }
        if (!bind.isLoopbackAddress() && !settings.isNamed(Keys.PUBLISH_ACCESS)) {
            throw new StartRefusedException("web.address " + address + " is open to others: set publish.access (open,"
                    + " login or closed) as well, to say who may read items that do not say it themselves.");
        }
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(new InetSocketAddress(bind, port));
        } catch (IOException e) {
            throw new StartRefusedException(
                    "port " + port + " on " + address + " cannot be used (" + e.getMessage()
                            + "): stop what listens there, or choose another with --set web.port=8081 (0 takes any)",
                    e);
        }
    }

    /** What an operator should know though it does not stop the start. */
    static List<String> warnings(Settings settings, Roles roles, Workers workers) {
        List<String> warnings = new ArrayList<>();
        if (settings.get(Keys.IDS_NAAN).equals(Keys.IDS_NAAN.fallback())) {
            warnings.add("ids.naan is " + Keys.IDS_NAAN.fallback()
                    + ", the number for trying out: items get identifiers that nobody can cite. Set your own.");
        }
        if (roles.has(Role.RECOGNIZE)) {
            warnings.addAll(missingLanguages(settings, workers::languages));
        }
        return warnings;
    }

    /** A sentence for each language of a collection that no installed model reads. */
    static List<String> missingLanguages(Settings settings, Function<List<String>, LanguageChoice> models) {
        return settings.collections().stream()
                .flatMap(collection -> models.apply(collection.languages()).missing().stream()
                        .map(missing -> "collection " + collection.name() + ": " + missing
                                + " Until then its pages are kept without text."))
                .toList();
    }
}
