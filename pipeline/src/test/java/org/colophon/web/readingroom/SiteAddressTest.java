package org.colophon.web.readingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No stranger's host gets into an address that is cited. */
final class SiteAddressTest {

    @Test
    void aForgedHostChangesNoUrl() {
        try (ReadingRoomServer room = new ReadingRoomServer(null, 0)) {
            room.publish(Letter.item("c1letter", "A letter", 1), List.of("a"));
            for (String place : List.of("/", "/items/c1letter", "/items/c1letter/pages/1", "/ark:99999/c1letter")) {
                for (String forged : List.of("evil.example", "localhost.evil.example", "127.0.0.1:80@evil.example")) {
                    assertThat(raw(room.port(), place, forged)).as(place).doesNotContain("evil.example");
                }
            }
            assertThat(raw(room.port(), "/items/c1letter", "localhost:8080"))
                    .contains("http://localhost:8080/ark:99999/c1letter");
            assertThat(raw(room.port(), "/items/c1letter", "[::1]:8080"))
                    .contains("http://[::1]:8080/ark:99999/c1letter");
            assertThat(raw(room.port(), "/items/c1letter", "evil.example"))
                    .contains("Blum Archive. ark:99999/c1letter")
                    .doesNotContain("rel=\"canonical\"");
        }
    }

    @Test
    void theConfiguredAddressIsUsedWhateverTheHostSays() {
        try (ReadingRoomServer room = new ReadingRoomServer("https://library.example.org", 0)) {
            room.publish(Letter.item("c1letter", "A letter", 1), List.of("a"));
            assertThat(raw(room.port(), "/items/c1letter", "evil.example"))
                    .contains("rel=\"canonical\" href=\"https://library.example.org/ark:99999/c1letter\"")
                    .doesNotContain("evil.example");
        }
    }

    @Test
    void aSiteAddressIsSchemeHostAndPort() {
        assertThat(new WebConfig("t", URI.create("https://a.example:8443/"), "99999", List.of()).url())
                .isNotNull();
        for (String wrong :
                List.of("https://a.example/path", "ftp://a.example", "//a.example", "https://u@a.example")) {
            assertThatThrownBy(() -> new WebConfig("t", URI.create(wrong), "99999", List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(wrong);
        }
    }

    /** The client of the JDK sets the Host header itself, so these requests are written by hand. */
    private static String raw(int port, String place, String host) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            OutputStream out = socket.getOutputStream();
            String request = "GET " + place + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: evil.example\r\n"
                    + "Forwarded: host=evil.example\r\nConnection: close\r\n\r\n";
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
