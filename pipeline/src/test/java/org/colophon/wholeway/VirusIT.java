package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.colophon.adapter.clamd.RealClamd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program with a real clamd beside it; skipped where none is installed. */
class VirusIT {
    @TempDir
    Path folder;

    @Test
    void anInfectedFolderGoesBackWithWhatWasFoundAndACleanOneTellsOfItsCheck() throws IOException {
        try (RealClamd clamd = RealClamd.start(folder.resolve("clamd"))) {
            Program colophon = new Program(
                    folder.resolve("home"),
                    "--set",
                    "web.port=0",
                    "--set",
                    "inbox.every=500ms",
                    "--set",
                    "virus.clamd=" + clamd.socket());
            Path inbox = colophon.home().resolve("inbox");
            Drops drops = new Drops(inbox, folder.resolve("desk"));
            drops.letter();
            Path infected = Files.createDirectories(inbox.resolve("infected"));
            Files.write(infected.resolve("1.tif"), RealClamd.eicar());
            Files.createFile(infected.resolve(".ready"));
            Process service = colophon.start("run");
            try {
                Path why = colophon.home().resolve("rejected/infected/WHY.txt");
                Path receipt =
                        colophon.home().resolve("done/" + drops.all().get(0).place() + "/RECEIPT.txt");
                Program.await(
                        "both to be settled", Duration.ofMinutes(2), () -> Files.exists(why) && Files.exists(receipt));
                assertThat(Program.text(why)).contains("1.tif is infected: ClamAV ", "Eicar-Test-Signature");
                JsonNode check = check(colophon, "infected");
                assertThat(check.get("outcome").asText()).isEqualTo("failure");
                assertThat(check.get("agent").asText()).startsWith("ClamAV ");
            } finally {
                Program.stop(service);
            }
            List<String> premis = preserved(colophon.home());
            assertThat(premis).hasSize(1);
            assertThat(premis.get(0)).contains(">virus check<", "nothing was found", "<agentName>ClamAV<");
        }
    }

    private static JsonNode check(Program colophon, String name) {
        JsonNode events =
                colophon.show(colophon.itemOf(name).get("id").asText()).get("events");
        List<JsonNode> checks = StreamSupport.stream(events.spliterator(), false)
                .filter(event -> event.get("type").asText().equals("virus check"))
                .toList();
        assertThat(checks).hasSize(1);
        assertThat(checks.get(0).get("page").asInt()).isZero();
        return checks.get(0);
    }

    /** The PREMIS documents in the archive that tell of an item as a whole. */
    private static List<String> preserved(Path home) throws IOException {
        try (Stream<Path> all = Files.walk(home.resolve("store/colophon-archive"))) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !file.toString().contains("representations"))
                    .map(Program::text)
                    .filter(text -> text.contains("ingestion start"))
                    .toList();
        }
    }
}
