package org.colophon.app;

import java.util.Set;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;

/** Where people find the web pages. */
final class WebAddress {
    private static final Set<String> EVERY_IPV4 = Set.of("0.0.0.0", "0");
    private static final Set<String> EVERY_IPV6 = Set.of("::", "[::]", "0:0:0:0:0:0:0:0", "[0:0:0:0:0:0:0:0]");

    private WebAddress() {}

    /**
     * The public address if there is one, else that of this machine, without a slash at its end.
     *
     * @param port where the pages listen
     */
    static String of(Settings settings, int port) {
        return settings.get(Keys.SITE_URL)
                .map(url -> url.toString().replaceAll("/$", ""))
                .orElseGet(() -> "http://" + host(settings.get(Keys.WEB_ADDRESS)) + ":" + port);
    }

    /** Who listens on every address is found by none of them; the loopback one serves here (RFC 3986 §3.2.2: IPv6 in brackets). */
    private static String host(String address) {
        if (EVERY_IPV4.contains(address)) {
            return "127.0.0.1";
        }
        if (EVERY_IPV6.contains(address)) {
            return "[::1]";
        }
        return address.contains(":") && !address.startsWith("[") ? "[" + address + "]" : address;
    }
}
