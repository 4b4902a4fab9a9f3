package org.colophon.adapter.ocfl;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ocfl.api.OcflRepository;
import io.ocfl.api.model.OcflVersion;
import io.ocfl.core.OcflRepositoryBuilder;
import io.ocfl.core.extension.storage.layout.config.HashedNTupleIdEncapsulationLayoutConfig;
import io.ocfl.core.lock.ObjectLock;
import io.ocfl.core.path.constraint.ContentPathConstraints;
import io.ocfl.core.storage.cloud.CloudClient;
import io.ocfl.core.storage.cloud.KeyNotFoundException;
import io.ocfl.core.util.ObjectMappers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The OCFL 1.1 storage root, layout {@code 0003-hash-and-id-n-tuple-storage-layout}. Its own files are written here, each
 * unless it is there, the declaration last: ocfl-java writes them in one go, cannot be stopped in between, and clears
 * the whole bucket when it fails.
 */
final class StorageRoot {
    private static final String SPECS = "ocfl-specs/";
    private static final String TEXT = "text/plain; charset=UTF-8";
    private static final String JSON = "application/json; charset=UTF-8";
    private static final String DECLARATION = "0=ocfl_1.1";

    private final CloudClient client;
    private final HashedNTupleIdEncapsulationLayoutConfig layout = new HashedNTupleIdEncapsulationLayoutConfig();

    StorageRoot(CloudClient client) {
        this.client = client;
    }

    /** Makes the root whole, if it is not, and opens it. */
    OcflRepository open(WatchedStorage storage, Path work, ObjectLock lock) throws IOException {
        if (!there(DECLARATION)) {
            for (Map.Entry<String, byte[]> file : files().entrySet()) {
                if (!there(file.getKey())) {
                    client.uploadBytes(
                            file.getKey(), file.getValue(), file.getKey().endsWith(".json") ? JSON : TEXT);
                }
            }
            client.uploadBytes(DECLARATION, "ocfl_1.1\n".getBytes(StandardCharsets.UTF_8), TEXT);
        }
        OcflRepositoryBuilder builder = new OcflRepositoryBuilder()
                .ocflConfig(config -> config.setOcflVersion(OcflVersion.OCFL_1_1))
                .defaultLayoutConfig(layout)
                .contentPathConstraints(ContentPathConstraints.cloud())
                // Another process may write the same object: an inventory is read when it is needed.
                .inventoryCache(null)
                .storage(storage)
                .workDir(work);
        return (lock == null ? builder : builder.objectLock(lock)).build();
    }

    private Map<String, byte[]> files() throws IOException {
        ObjectMapper json = ObjectMappers.prettyPrintMapper();
        String extension = layout.getExtensionName();
        Map<String, String> named = new LinkedHashMap<>();
        named.put("extension", extension);
        named.put("description", "Objects lie under the SHA-256 of their id, 3 × 3 characters, then the id itself.");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("extensions/" + extension + "/config.json", json.writeValueAsBytes(layout));
        files.put("ocfl_layout.json", json.writeValueAsBytes(named));
        for (String document : new String[] {"ocfl_1.1.md", "ocfl_extensions_1.0.md", extension + ".md"}) {
            try (InputStream in = OcflRepository.class.getClassLoader().getResourceAsStream(SPECS + document)) {
                files.put(document, in.readAllBytes());
            }
        }
        return files;
    }

    private boolean there(String path) {
        try {
            client.head(path);
            return true;
        } catch (KeyNotFoundException e) {
            return false;
        }
    }
}
