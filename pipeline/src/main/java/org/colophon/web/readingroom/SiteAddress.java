package org.colophon.web.readingroom;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.regex.Pattern;

/**
 * Makes absolute addresses. Without {@code site.url} only a loopback host is taken from the request: any other could be
 * forged, and would then stand in citations.
 */
final class SiteAddress {
    private static final Pattern LOOPBACK =
            Pattern.compile("(localhost|127\\.[0-9]{1,3}\\.[0-9]{1,3}\\.[0-9]{1,3}|\\[::1])(:[0-9]{1,5})?");

    private final URI url;

    SiteAddress(WebConfig config) {
        this.url = config.url();
    }

    /**
     * Scheme, host and port for absolute addresses.
     *
     * @return without a slash at its end; null when the site's address is not known
     */
    String origin(HttpServletRequest request) {
        if (url != null) {
            return url.getScheme() + "://" + url.getRawAuthority();
        }
        String host = request.getHeader("Host");
        return host != null && LOOPBACK.matcher(host).matches() ? "http://" + host : null;
    }
}
