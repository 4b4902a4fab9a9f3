package org.colophon.app;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.colophon.adapter.ocfl.StoreEndpoint;
import org.colophon.adapter.s3store.EmbeddedStore;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;

/** Finds the store the configuration names, or starts the embedded one. */
final class StoreOpening {
    private StoreOpening() {}

    /** Where an S3 of the operator's own is; empty when the embedded store is to be used. */
    static Optional<StoreEndpoint> configured(Settings settings) {
        return settings.get(Keys.STORE_ENDPOINT)
                .map(endpoint -> new StoreEndpoint(
                        endpoint,
                        settings.get(Keys.STORE_REGION),
                        settings.get(Keys.STORE_ACCESS_KEY),
                        settings.get(Keys.STORE_SECRET_KEY),
                        settings.get(Keys.STORE_PATH_STYLE)));
    }

    /** Starts the embedded store of a home whose lock we hold. */
    static EmbeddedStore start(Home home, Distribution distribution) {
        return new EmbeddedStore(
                distribution.worker("store"),
                home.store(),
                home.storeKeys(),
                home.logs().resolve("store.log"),
                0);
    }

    /** How to reach an embedded store. */
    static StoreEndpoint address(EmbeddedStore store, Settings settings) {
        return new StoreEndpoint(
                store.endpoint(), settings.get(Keys.STORE_REGION), store.accessKey(), store.secretKey(), true);
    }

    /** How to reach the embedded store of a live service. */
    static StoreEndpoint address(RunFile run, Settings settings) {
        Properties keys = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(run.keyFile()), StandardCharsets.UTF_8)) {
            keys.load(in);
        } catch (IOException e) {
            throw new StartRefusedException(
                    "the store's keys in " + run.keyFile() + " cannot be read: run this command as the user that runs"
                            + " the service",
                    e);
        }
        return new StoreEndpoint(
                URI.create(run.store()),
                settings.get(Keys.STORE_REGION),
                keys.getProperty("access-key"),
                keys.getProperty("secret-key"),
                true);
    }
}
