package org.colophon.adapter.ledger;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.junit.jupiter.api.Test;

/** PostgreSQL goes away. */
class LostServerTest {

    @Test
    void aServerThatDoesNotAnswerIsUnavailable() throws IOException {
        String url;
        LedgerDatabase database;
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            url = server.getJdbcUrl("postgres", "postgres");
            database = LedgerDatabase.postgresql(url, "postgres", "postgres");
        }
        try (LedgerDatabase open = database) {
            SqlLedger ledger = new SqlLedger(open, Samples.COLOPHON, 4);
            ItemId id = Samples.mint();
            assertThatThrownBy(() -> ledger.admit(Samples.object(id, 1)))
                    .isInstanceOf(UnavailableException.class)
                    .hasMessageContaining("admit " + id)
                    .hasMessageContaining("Look whether the database runs");
        }
        assertThatThrownBy(() -> LedgerDatabase.postgresql(url, "postgres", "postgres"))
                .isInstanceOf(UnavailableException.class)
                .hasMessageContaining("Look whether PostgreSQL runs");
    }
}
