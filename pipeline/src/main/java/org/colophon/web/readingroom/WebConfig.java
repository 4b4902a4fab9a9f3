package org.colophon.web.readingroom;

import java.net.URI;
import java.util.List;
import org.colophon.item.Collection;

/**
 * What the pages know of their site.
 *
 * @param title {@code site.title}, the name above every page
 * @param url {@code site.url}: scheme, host and port under which readers reach the site, without a path; null when unset
 * @param naan {@code ids.naan}, the authority whose names are resolved here
 * @param collections that items belong to
 */
public record WebConfig(String title, URI url, String naan, List<Collection> collections) {
    public WebConfig {
        collections = List.copyOf(collections);
        if (url != null && !isOrigin(url)) {
            throw new IllegalArgumentException("site.url is \"" + url
                    + "\": give scheme, host and port only, such as https://library.example.org");
        }
    }

    private static boolean isOrigin(URI url) {
        String path = url.getRawPath() == null ? "" : url.getRawPath();
        return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
                && url.getHost() != null
                && url.getRawUserInfo() == null
                && (path.isEmpty() || path.equals("/"))
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
    }
}
