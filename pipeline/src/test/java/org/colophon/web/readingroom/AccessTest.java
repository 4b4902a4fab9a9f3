package org.colophon.web.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What must not be seen is not seen, by whichever address it is asked for. */
final class AccessTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 12);
    private static final List<String> TEXTS = List.of("a secret word", "another secret word");
    private static final Description KNOWN = new Description(
            List.of(new Description.Term("creator", "Anna Blum"), new Description.Term("date", "1911")));
    private static final List<String> CONTENT = List.of(
            "/items/c1letter/pages/1",
            "/items/c1letter/pages/1/thumbnail.jpg",
            "/items/c1letter/pages/1/image.jpg",
            "/items/c1letter/pages/1/alto.xml",
            "/items/c1letter/pages/1/hocr.html",
            "/items/c1letter/pages/1/text.txt",
            "/items/c1letter/text",
            "/items/c1letter/alto.zip");
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
    void empty() {
        room.items().clear();
        room.copies().clear();
    }

    @Test
    void anOpenItemShowsAllOfThese() {
        publish(ItemState.PUBLISHED, Access.OPEN);
        for (String place : CONTENT) {
            assertThat(room.bytes(place).statusCode()).as(place).isEqualTo(200);
        }
    }

    @Test
    void aClosedItemShowsNoImageNowhere() {
        publish(ItemState.PUBLISHED, new Access(Access.Level.CLOSED, null));
        onlyItsDescriptionIsSeen("not open to readers on the web");
    }

    @Test
    void anItemUnderEmbargoSaysWhenItOpens() {
        publish(ItemState.PUBLISHED, new Access(Access.Level.OPEN, TODAY.plusDays(1)));
        onlyItsDescriptionIsSeen("closed to readers until 13 March 2026");
    }

    @Test
    void anEmbargoEndsWhenItsDayBegins() {
        publish(ItemState.PUBLISHED, new Access(Access.Level.OPEN, TODAY));
        assertThat(room.get("/items/c1letter/pages/1").body()).contains("secret");
        assertThat(room.get("/").body()).contains("c1letter");
    }

    @Test
    void anItemForSignedInReadersIsClosedWhereNobodyCanSignIn() {
        publish(ItemState.PUBLISHED, new Access(Access.Level.LOGIN, null));
        onlyItsDescriptionIsSeen("no sign-in yet");
    }

    @Test
    void anItemThatIsHeldIsNotFound() {
        isNotFoundIn(ItemState.HELD);
    }

    @Test
    void anItemThatWasWithdrawnIsNotFound() {
        isNotFoundIn(ItemState.WITHDRAWN);
    }

    @Test
    void anItemThatWasNeverPublishedIsNotFound() {
        for (ItemState state : List.of(ItemState.WAITING, ItemState.REJECTED, ItemState.DUPLICATE)) {
            isNotFoundIn(state);
        }
    }

    @Test
    void anItemWhosePagesAreStillBeingMadeReadyIsNotFound() {
        publish(ItemState.PUBLISHED, Access.OPEN);
        Item item = room.items().items().get(0);
        room.items().add(Letter.unpublished(item), Letter.pages(TEXTS));
        assertThat(room.get("/items/c1letter").statusCode()).isEqualTo(404);
        assertThat(room.get("/items/c1letter/pages/1/image.jpg").statusCode()).isEqualTo(404);
    }

    @Test
    void anItemStaysReadableWhileItsNextVersionIsMade() {
        publish(ItemState.RECOGNIZING, Access.OPEN);
        assertThat(room.get("/items/c1letter/pages/1").statusCode()).isEqualTo(200);
    }

    private static void publish(ItemState state, Access access) {
        Item item = Letter.item("c1letter", "A letter", 2, state, access, KNOWN);
        room.publish(item, TEXTS);
    }

    private static void onlyItsDescriptionIsSeen(String reason) {
        HttpResponse<String> page = room.get("/items/c1letter");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("A letter", "Anna Blum", "ark:99999/c1letter", reason)
                .doesNotContain("/pages/", ".jpg", "alto", "/text\"", "secret");
        for (String place : CONTENT) {
            HttpResponse<String> answer = room.get(place);
            assertThat(answer.statusCode()).as(place).isEqualTo(403);
            assertThat(answer.body()).as(place).contains(reason).doesNotContain("secret", ".jpg");
        }
        assertThat(room.get("/").body()).doesNotContain("c1letter");
    }

    private static void isNotFoundIn(ItemState state) {
        publish(state, Access.OPEN);
        assertThat(room.get("/").body()).doesNotContain("c1letter");
        for (String place : List.of("/items/c1letter", "/ark:99999/c1letter")) {
            assertThat(room.get(place).statusCode()).as(place).isEqualTo(404);
        }
        for (String place : CONTENT) {
            HttpResponse<String> answer = room.get(place);
            assertThat(answer.statusCode()).as(place).isEqualTo(404);
            assertThat(answer.body()).as(place).doesNotContain("secret", "A letter");
        }
    }
}
