package org.colophon.adapter.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.item.Fixity;
import org.colophon.port.Workspace;
import org.junit.jupiter.api.Test;

/** A workspace in a folder: the contract, and where things lie. */
class FolderWorkspaceTest extends WorkspaceContract {
    @Override
    protected Workspace open() {
        return new FolderWorkspace(root);
    }

    @Override
    protected String place() {
        return "disk";
    }

    @Test
    void aFileLiesUnderItsDigest() throws IOException {
        Fixity fixity = copy("a page");
        Path kept = workspace.fetch(ITEM, fixity);
        assertThat(kept)
                .hasContent("a page")
                .isEqualTo(root.toAbsolutePath()
                        .resolve("items")
                        .resolve(ITEM.name())
                        .resolve(fixity.sha512().substring(0, 2))
                        .resolve(fixity.sha512()));
        assertThat(fixity.sha256()).isEqualTo("9a8eeff1d0bc6b9b7acf170b1168d6d07f193dc770d4c1864b03e48d775e8d1a");
        assertThat(fixity.size()).isEqualTo(6);
    }

    @Test
    void theSameBytesTwiceAreOneFile() throws IOException {
        assertThat(copy("a page")).isEqualTo(copy("a page"));
        try (var files = Files.walk(root.resolve("items")).filter(Files::isRegularFile)) {
            assertThat(files).hasSize(1);
        }
    }
}
