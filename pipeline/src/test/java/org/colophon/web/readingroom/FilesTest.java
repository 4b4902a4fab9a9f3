package org.colophon.web.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.colophon.item.ItemId;
import org.colophon.port.AccessCopies.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What readers take away, and what their browsers keep. */
final class FilesTest {
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
        room.publish(Letter.item("c1letter", "A letter", 3), List.of("Grüße", "", "Lebe wohl"));
    }

    @Test
    void everyFileHasItsTypeAndItsBytes() {
        Map<String, String> types = Map.of(
                "thumbnail.jpg", "image/jpeg",
                "image.jpg", "image/jpeg",
                "alto.xml", "application/xml",
                "text.txt", "text/plain;charset=utf-8");
        types.forEach((file, type) -> {
            HttpResponse<byte[]> answer = room.bytes("/items/c1letter/pages/1/" + file);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .isEqualToIgnoringCase(type);
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        });
        assertThat(room.bytes("/items/c1letter/pages/1/image.jpg").body())
                .isEqualTo(room.copies().all().get("c1letter/1/reading.jpg"));
    }

    @Test
    void whatABrowserHasIsNotSentAgain() {
        for (String file : List.of("thumbnail.jpg", "image.jpg", "alto.xml", "text.txt", "hocr.html")) {
            String place = "/items/c1letter/pages/1/" + file;
            String tag = room.bytes(place).headers().firstValue("ETag").orElseThrow();
            HttpResponse<byte[]> again = room.bytes(place, "If-None-Match", tag);
            assertThat(again.statusCode()).isEqualTo(304);
            assertThat(again.body()).isEmpty();
        }
    }

    @Test
    void aNewReadingOfThePageIsSentAnew() {
        String place = "/items/c1letter/pages/1/text.txt";
        String tag = room.bytes(place).headers().firstValue("ETag").orElseThrow();
        room.publish(Letter.item("c1letter", "A letter", 3), List.of("Grüße dich", "", "Lebe wohl"));
        HttpResponse<String> again = room.get(place, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo("Grüße dich");
    }

    @Test
    void noSharedCacheKeepsACopy() {
        for (String place : List.of("/pages/1/image.jpg", "/pages/1/text.txt", "/text")) {
            assertThat(room.bytes("/items/c1letter" + place)
                            .headers()
                            .firstValue("Cache-Control")
                            .orElseThrow())
                    .as(place)
                    .contains("private");
        }
    }

    @Test
    void theTextOfAllPagesComesInOrderUnderTheirNumbers() {
        HttpResponse<String> text = room.get("/items/c1letter/text");
        assertThat(text.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        assertThat(text.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("c1letter.txt");
        assertThat(text.body())
                .startsWith("A letter\nark:99999/c1letter\nRead by a machine")
                .contains("[Page 1 (i)]\n\nGrüße\n\n[Page 3]\n\nLebe wohl")
                .doesNotContain("Page 2");
    }

    @Test
    void theAltoOfAllPagesComesAsAZipOfNumberedFiles() {
        Map<String, String> entries =
                unzip(room.bytes("/items/c1letter/alto.zip").body());
        assertThat(entries)
                .containsExactly(
                        Map.entry("c1letter/0001.xml", "<alto n=\"1\"/>"),
                        Map.entry("c1letter/0003.xml", "<alto n=\"3\"/>"));
    }

    @Test
    void aLostCopyIsNamedInsideTheDownload() {
        room.copies().all().remove("c1letter/3/" + Kind.ALTO.file());
        room.copies().all().remove("c1letter/3/" + Kind.PLAIN.file());
        assertThat(unzip(room.bytes("/items/c1letter/alto.zip").body()))
                .containsOnlyKeys("c1letter/0001.xml", "c1letter/0003-missing.txt");
        assertThat(room.get("/items/c1letter/text").body())
                .contains("[Page 3]\n\nThe text of this page cannot be shown");
    }

    @Test
    void hocrIsMadeOfThePageTextAndTakenAwayAsAFile() {
        HttpResponse<String> hocr = room.get("/items/c1letter/pages/1/hocr.html");
        assertThat(hocr.statusCode()).isEqualTo(200);
        assertThat(hocr.headers().firstValue("Content-Type")).hasValue("application/xhtml+xml");
        assertThat(hocr.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment")
                .contains("c1letter-0001.hocr.html");
        assertThat(hocr.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'");
        assertThat(hocr.body())
                .contains("class=\"ocr_page\"", "bbox 0 0 2480 3508", "class=\"ocrx_word\"", ">Grüße</span>");
        assertThat(room.get("/items/c1letter/pages/1").body()).contains("/items/c1letter/pages/1/hocr.html");
    }

    @Test
    void aPageWithoutTextHasNoHocr() {
        assertThat(room.get("/items/c1letter/pages/2/hocr.html").statusCode()).isEqualTo(404);
        assertThat(room.get("/items/c1letter/pages/2").body()).doesNotContain("hocr.html");
        room.copies().all().remove("c1letter/3/" + Kind.PAGE_TEXT.file());
        HttpResponse<String> lost = room.get("/items/c1letter/pages/3/hocr.html");
        assertThat(lost.statusCode()).isEqualTo(404);
        assertThat(lost.body()).contains("This copy is missing");
    }

    @Test
    void aDownloadThatBreaksOffIsNeverTakenForWhole() {
        int pages = 40;
        String many = "word ".repeat(2000);
        room.publish(Letter.item("c1book", "A book", pages), Collections.nCopies(pages, "a"));
        for (int n = 1; n <= pages; n++) {
            room.copies().put(new ItemId("c1book"), n, Kind.PLAIN, (many + n).getBytes(StandardCharsets.UTF_8));
        }
        room.copies().downAfter(20);
        assertThatThrownBy(() -> room.get("/items/c1book/text")).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void anItemWithoutTextHasNoneToDownload() {
        room.publish(Letter.item("c1blank", "A blank sheet", 1), List.of(""));
        assertThat(room.get("/items/c1blank/text").statusCode()).isEqualTo(404);
        assertThat(room.get("/items/c1blank").body())
                .contains("No text was read")
                .doesNotContain("alto.zip");
    }

    private static Map<String, String> unzip(byte[] bytes) {
        Map<String, String> entries = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }
}
