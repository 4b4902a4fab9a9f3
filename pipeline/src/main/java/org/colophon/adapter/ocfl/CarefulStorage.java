package org.colophon.adapter.ocfl;

import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.CloudStorage;

/**
 * Cloud storage that deletes nothing on its own. When a put fails, ocfl-java would delete the version, or the object; if
 * the failure was only an answer lost on the way, that would tear down what was just committed, and a stop in the middle
 * of it would leave less than any rule can mend. What a failed put leaves is what a killed one leaves: the preserve
 * room's rules look at it and decide.
 */
final class CarefulStorage extends CloudStorage {
    CarefulStorage(CloudClient client) {
        super(client);
    }

    @Override
    public void deleteDirectory(String path) {
        // Said above.
    }
}
