package org.colophon.web.readingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.colophon.item.Access;
import org.colophon.item.Description;
import org.colophon.item.Item;
import org.colophon.item.ItemState;
import org.colophon.port.AccessCopies.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What patrons see. */
final class ReadingRoomTest {
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
    void anEmptyRoomSaysWhatToDo() {
        assertThat(room.get("/").body()).contains("Nothing can be read here yet", "Drop a folder of scans");
    }

    @Test
    void theListShowsWhatMayBeReadNewestFirst() {
        room.publish(Letter.item("c1older", "An older letter", 1), List.of("a"));
        room.publish(Letter.item("c1newer", "A newer letter", 2), List.of("a", "b"));
        String html = room.get("/").body();
        assertThat(html.indexOf("A newer letter")).isPositive().isLessThan(html.indexOf("An older letter"));
        assertThat(html)
                .contains(
                        "href=\"/items/c1newer\"", "/items/c1newer/pages/1/thumbnail.jpg", "2 pages", "12 March 2026");
    }

    @Test
    void anItemNamesItsCollectionAndWhoHoldsIt() {
        room.publish(Letter.in("letters", Letter.item("c1letter", "A letter", 1)), List.of("a"));
        assertThat(room.get("/items/c1letter").body())
                .contains("Collection</dt>", "Letters &lt;of&gt; Anna Blum", "Held by</dt>", "Library of Blumenau");
        room.publish(Letter.in("gone", Letter.item("c1letter", "A letter", 1)), List.of("a"));
        assertThat(room.get("/items/c1letter").body()).doesNotContain("Collection</dt>", "Held by</dt>");
    }

    @Test
    void aLongListIsTurnedWithoutLosingOrRepeatingAnItem() {
        List<String> expected = new ArrayList<>();
        for (int i = 100; i < 250; i++) {
            boolean open = i % 3 != 0;
            Access access = open ? Access.OPEN : new Access(Access.Level.CLOSED, null);
            Item item = Letter.item("c1n" + i, "No. " + i, 0, ItemState.PUBLISHED, access, Description.NONE);
            room.publish(item, List.of());
            if (open) {
                expected.add("c1n" + i);
            }
        }
        Collections.reverse(expected);
        List<String> forward = walk("next");
        assertThat(forward).isEqualTo(expected);
        assertThat(walk("prev", lastStretch())).containsAll(expected.subList(0, 24));
    }

    @Test
    void anItemTellsWhatItIsHowToCiteItAndWhatToTakeAway() {
        room.publish(Letter.item("c1letter", "A letter", 2), List.of("Liebe Clara", "Deine Anna"));
        String html = room.get("/items/c1letter").body();
        assertThat(html)
                .contains("<h1 dir=\"auto\">A letter</h1>", "Anna Blum", ">1911<", ">German<")
                .contains("No Copyright – United States", "http://rightsstatements.org/vocab/NoC-US/1.0/")
                .contains("Anna Blum. A letter (1911). Blum Archive. http://127.0.0.1:" + room.port()
                        + "/ark:99999/c1letter")
                .contains("/items/c1letter/pages/2/thumbnail.jpg", "/items/c1letter/text", "/items/c1letter/alto.zip")
                .contains("The beginning", "(i)");
    }

    @Test
    void aPageStandsBesideItsTextInItsLanguage() {
        room.publish(
                Letter.item("c1letter", "A letter", 3), List.of("a", "Liebe Clara\nheute schneit\n\nDeine Anna", "c"));
        String html = room.get("/items/c1letter/pages/2").body();
        assertThat(html)
                .contains("lang=\"de\"", "width=\"1131\" height=\"1600\"", "Page 2 of 3")
                .contains("<span class=\"line\">Liebe Clara </span><span class=\"line\">heute schneit </span></p>")
                .contains(
                        "rel=\"prev\" href=\"/items/c1letter/pages/1\"",
                        "rel=\"next\" href=\"/items/c1letter/pages/3\"");
        assertThat(html.split("<p dir=\"auto\">", -1)).hasSize(3);
    }

    @Test
    void whatTheMachineWasUnsureOfIsMarkedAndCounted() {
        room.publish(Letter.item("c1letter", "A letter", 1), List.of("Liebe ?Clara ?heute schneit"));
        assertThat(room.get("/items/c1letter/pages/1").body())
                .contains("Liebe <span class=\"unsure\">Clara heute</span> schneit")
                .contains("2 words the machine was unsure of", "Tesseract 5.5.3");
    }

    @Test
    void aPageThatCouldNotBeReadShowsItsImageAndSaysSo() {
        room.publish(Letter.item("c1letter", "A letter", 1), List.of(""));
        HttpResponse<String> page = room.get("/items/c1letter/pages/1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("could not read this page", "/pages/1/image.jpg")
                .doesNotContain("alto.xml");
    }

    @Test
    void aTextThatTheStoreLostIsAdmittedBesideTheImage() {
        room.publish(Letter.item("c1letter", "A letter", 1), List.of("Liebe Clara"));
        room.copies().all().remove("c1letter/1/" + Kind.PAGE_TEXT.file());
        HttpResponse<String> page = room.get("/items/c1letter/pages/1");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("cannot be shown at the moment", "/pages/1/image.jpg");
    }

    @Test
    void markupInATitleIsShownAsText() {
        String markup = "<script>alert(1)</script><img src=x onerror=alert(1)>";
        room.publish(Letter.item("c1letter", markup, 1), List.of("<b>bold</b>\n\"><svg/onload=alert(1)>"));
        for (String place : List.of("/", "/items/c1letter", "/items/c1letter/pages/1")) {
            assertThat(room.get(place).body())
                    .contains("&lt;script&gt;")
                    .doesNotContain("<script", "<img src=x", "<b>", "<svg");
        }
    }

    @Test
    void anAddressInTheMetadataIsALinkButAScriptIsNot() {
        Description description = new Description(List.of(
                new Description.Term("relation", "https://example.org/a"),
                new Description.Term("source", "javascript:alert(1)"),
                new Description.Term("rights", "data:text/html,x")));
        room.publish(
                Letter.item("c1letter", "A letter", 1, ItemState.PUBLISHED, Access.OPEN, description), List.of("a"));
        assertThat(room.get("/items/c1letter").body())
                .contains("href=\"https://example.org/a\"", "javascript:alert(1)", "data:text/html,x")
                .doesNotContain("href=\"javascript:", "href=\"data:");
    }

    @Test
    void theArkLeadsToTheItemHoweverItIsWritten() {
        room.publish(Letter.item("c1letter", "A letter", 2), List.of("a", "b"));
        for (String ark : List.of("/ark:99999/c1letter", "/ark:/99999/c1letter", "/ark:/99999/C1-let-ter")) {
            HttpResponse<String> answer = room.get(ark);
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).hasValue("/items/c1letter");
        }
        assertThat(room.get("/ark:99999/c1letter/p2").headers().firstValue("Location"))
                .hasValue("/items/c1letter/pages/2");
        assertThat(room.get("/ark:12345/c1letter").statusCode()).isEqualTo(404);
        assertThat(room.get("/ark:99999/c1letter/p3").statusCode()).isEqualTo(404);
    }

    @Test
    void anItemOfManyPagesIsShownInStretches() {
        List<String> texts = Collections.nCopies(130, "a");
        room.items().add(Letter.item("c1book", "A book", 130), Letter.pages(texts));
        String html = room.get("/items/c1book?from=61").body();
        assertThat(html).contains("/pages/61/thumbnail.jpg", "/pages/120/thumbnail.jpg", "61 to 120 of 130");
        assertThat(html).doesNotContain("/pages/60/thumbnail.jpg", "/pages/121/thumbnail.jpg");
        assertThat(html).contains("href=\"/items/c1book?from=1\"", "href=\"/items/c1book?from=121\"");
    }

    private static String lastStretch() {
        String place = "/";
        while (link(place, "next") != null) {
            place = link(place, "next");
        }
        return place;
    }

    private static List<String> walk(String rel) {
        return walk(rel, "/");
    }

    private static List<String> walk(String rel, String from) {
        List<String> ids = new ArrayList<>();
        for (String place = from; place != null; place = link(place, rel)) {
            room.get(place)
                    .body()
                    .lines()
                    .filter(line -> line.contains("<a href=\"/items/"))
                    .map(line -> line.replaceAll(".*/items/([a-z0-9]+)\".*", "$1"))
                    .forEach(ids::add);
        }
        return ids;
    }

    private static String link(String place, String rel) {
        String html = room.get(place).body();
        int at = html.indexOf("rel=\"" + rel + "\" href=\"/?from=");
        return at < 0 ? null : html.substring(html.indexOf("/?", at), html.indexOf('"', html.indexOf("/?", at)));
    }
}
