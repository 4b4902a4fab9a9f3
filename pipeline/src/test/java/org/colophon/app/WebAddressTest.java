package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.colophon.app.settings.Layer;
import org.colophon.app.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WebAddressTest {
    @TempDir
    Path home;

    @Test
    void anIpv6AddressStandsInBrackets() {
        assertThat(address("web.address=fd00::12")).isEqualTo("http://[fd00::12]:8081");
        assertThat(address("web.address=127.0.0.1")).isEqualTo("http://127.0.0.1:8081");
    }

    @Test
    void whoListensEverywhereIsFoundOnTheLoopback() {
        assertThat(address("web.address=0.0.0.0")).isEqualTo("http://127.0.0.1:8081");
        assertThat(address("web.address=::")).isEqualTo("http://[::1]:8081");
    }

    @Test
    void aPublicAddressIsTakenAsItIs() {
        assertThat(address("site.url=https://scans.example.org/")).isEqualTo("https://scans.example.org");
    }

    private String address(String setting) {
        return WebAddress.of(Settings.of(home, List.of(Layer.assignments(List.of(setting)))), 8081);
    }
}
