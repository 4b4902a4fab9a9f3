package org.colophon.app;

import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.s3.S3Workspace;
import org.colophon.adapter.workspace.FolderWorkspace;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.port.Workspace;

/** Opens the workspace that the configuration asks for. */
final class WorkspaceOpening {
    private WorkspaceOpening() {}

    /** Whether files under way lie in the store, where every machine finds them. */
    static boolean isShared(Settings settings) {
        return switch (settings.get(Keys.WORKSPACE_KIND)) {
            case "store" -> true;
            case "folder" -> false;
            default ->
                !settings.get(Keys.LEDGER_URL).isEmpty()
                        && settings.get(Keys.STORE_ENDPOINT).isPresent();
        };
    }

    static Workspace open(Home home, Settings settings, StoreEndpoint store) {
        return isShared(settings)
                ? S3Workspace.at(store, home.work().resolve("cache"), settings.get(Keys.WORKSPACE_CACHE))
                : new FolderWorkspace(home.work());
    }
}
