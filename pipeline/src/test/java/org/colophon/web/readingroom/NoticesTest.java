package org.colophon.web.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.colophon.port.AccessCopies.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a reader is told when there is nothing to show, and what every answer carries. */
final class NoticesTest {
    private static ReadingRoomServer room;

    @BeforeAll
    static void open() {
        room = new ReadingRoomServer(null, 0);
    }

    @AfterAll
    static void close() {
        room.close();
    }

    @BeforeEach
    void aLetter() {
        room.items().clear();
        room.copies().clear();
        room.publish(Letter.item("c1letter", "A letter", 1), List.of("Liebe Clara"));
    }

    @Test
    void whatDoesNotExistIsAFriendlyPage() {
        for (String place : List.of(
                "/items/c1nothere",
                "/items/C1LETTER",
                "/items/..%2f..%2fetc",
                "/items/c1letter/pages/0",
                "/items/c1letter/pages/2",
                "/items/c1letter/pages/-1",
                "/items/c1letter/pages/99999999999",
                "/items/c1letter/pages/x",
                "/items/c1letter/pages/1/secret.txt",
                "/assets/nothing.css",
                "/nowhere")) {
            HttpResponse<String> answer = room.get(place);
            assertThat(answer.statusCode()).as(place).isIn(400, 404);
            assertThat(answer.body()).as(place).doesNotContain("Exception", "org.");
        }
        assertThat(room.get("/nowhere").body()).contains("There is nothing at this address", "href=\"/\"");
    }

    @Test
    void aNumberThatIsNoneIsSaidPlainly() {
        HttpResponse<String> answer = room.get("/?from=abc");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("A number was expected");
        assertThat(room.get("/?from=-5").statusCode()).isEqualTo(200);
        assertThat(room.get("/?from=99999999999999").statusCode()).isEqualTo(400);
        assertThat(room.get("/items/c1letter?from=2147483647").statusCode()).isEqualTo(200);
        assertThat(room.get("/?from=2147483647").statusCode()).isEqualTo(200);
    }

    @Test
    void aStoreThatIsDownIsSaidWithATimeToTryAgain() {
        for (String place : List.of(
                "/items/c1letter/pages/1",
                "/items/c1letter/pages/1/image.jpg",
                "/items/c1letter/text",
                "/items/c1letter/alto.zip")) {
            room.copies().downAfter(0);
            HttpResponse<String> answer = room.get(place);
            assertThat(answer.statusCode()).as(place).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).as(place).hasValue("30");
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .as(place)
                    .startsWith("text/html");
            assertThat(answer.body()).as(place).contains("nothing is lost");
        }
    }

    @Test
    void aLedgerThatIsDownIsSaidToo() {
        room.items().gone(true);
        assertThat(room.get("/").statusCode()).isEqualTo(503);
    }

    @Test
    void anImageThatTheStoreLostIsMissedHonestly() {
        room.copies().all().remove("c1letter/1/" + Kind.READING.file());
        HttpResponse<String> answer = room.get("/items/c1letter/pages/1/image.jpg");
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This copy is missing");
        assertThat(answer.headers().firstValue("Cache-Control")).isNotEqualTo("private, max-age=3600");
    }

    @Test
    void everyAnswerForbidsWhatPagesDoNotNeed() {
        for (String place : List.of("/", "/items/c1letter", "/items/c1letter/pages/1/image.jpg", "/nowhere")) {
            HttpResponse<byte[]> answer = room.bytes(place);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .as(place)
                    .contains("default-src 'none'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe");
            assertThat(answer.headers().firstValue("X-Frame-Options")).as(place).hasValue("DENY");
            assertThat(answer.headers().firstValue("Referrer-Policy")).as(place).hasValue("same-origin");
        }
    }

    @Test
    void noPageNeedsWhatThePolicyForbids() {
        for (String place : List.of("/", "/items/c1letter", "/items/c1letter/pages/1", "/nowhere")) {
            assertThat(room.get(place).body()).as(place).doesNotContain("<script", "<style", " style=", " onclick=");
        }
    }

    @Test
    void theStyleSheetMayBeKeptForGoodSinceItsAddressChangesWithIt() {
        String html = room.get("/").body();
        String address = html.replaceAll("(?s).*href=\"(/assets/reading-room-[0-9a-f]{32}\\.css)\".*", "$1");
        HttpResponse<String> sheet = room.get(address);
        assertThat(sheet.statusCode()).isEqualTo(200);
        assertThat(sheet.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }
}
