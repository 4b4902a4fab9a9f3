package org.colophon.adapter.ocfl;

import java.net.URI;

/**
 * An S3 store and how to speak to it.
 *
 * @param endpoint {@code http} or {@code https}, host, port
 * @param region for signatures; {@code us-east-1} where the store has none
 * @param pathStyle whether the bucket stands in the path rather than in the host name
 */
public record StoreEndpoint(URI endpoint, String region, String accessKey, String secretKey, boolean pathStyle) {

    /** Whether the way to the store never leaves this machine. */
    boolean isLoopback() {
        String host = endpoint.getHost();
        return "127.0.0.1".equals(host) || "localhost".equals(host) || "[::1]".equals(host);
    }

    @Override
    public String toString() {
        return "StoreEndpoint[" + endpoint + ", region " + region + ", keys [REDACTED]]";
    }
}
