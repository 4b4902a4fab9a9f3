package org.colophon.web.readingroom;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.History;
import org.colophon.port.History.PageStatus;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The text of a whole item, streamed page by page. */
@Controller
final class DownloadController {
    private final Shelf shelf;
    private final History history;
    private final PageCopies copies;
    private final MessageSource messages;

    DownloadController(Shelf shelf, History history, PageCopies copies, MessageSource messages) {
        this.shelf = shelf;
        this.history = history;
        this.copies = copies;
        this.messages = messages;
    }

    @GetMapping("/items/{id:[a-z0-9]{4,32}}/text")
    void text(@PathVariable ItemId id, Locale locale, HttpServletResponse response) throws IOException {
        Item item = shelf.readable(id);
        List<PageStatus> pages = withText(item);
        stream(item, pages, Kind.PLAIN, response, new PlainDownload(item, messages, locale));
    }

    @GetMapping("/items/{id:[a-z0-9]{4,32}}/alto.zip")
    void alto(@PathVariable ItemId id, Locale locale, HttpServletResponse response) throws IOException {
        Item item = shelf.readable(id);
        List<PageStatus> pages = withText(item);
        stream(item, pages, Kind.ALTO, response, new AltoDownload(item, messages, locale));
    }

    private List<PageStatus> withText(Item item) {
        List<PageStatus> pages = history.pages(item.id()).stream()
                .filter(page -> PageCopies.tag(page, Kind.PLAIN).isPresent())
                .toList();
        if (pages.isEmpty()) {
            throw new NotFoundException("text of item " + item.id());
        }
        return pages;
    }

    /**
     * The first copy is opened before anything is sent, so that a store that is down gives an honest page. Later the
     * connection is broken off: a file that only looks whole would be worse than none.
     */
    private void stream(Item item, List<PageStatus> pages, Kind kind, HttpServletResponse response, Download download)
            throws IOException {
        InputStream first = copies.open(item.id(), pages.get(0).page().n(), kind);
        first.close();
        response.setContentType(download.mime());
        response.setHeader("Cache-Control", "private, no-cache");
        response.setHeader(
                "Content-Disposition",
                ContentDisposition.inline()
                        .filename(download.filename())
                        .build()
                        .toString());
        try {
            download.begin(response.getOutputStream());
            for (PageStatus page : pages) {
                Optional<InputStream> copy = copies.find(item.id(), page.page().n(), kind);
                if (copy.isEmpty()) {
                    download.missing(page.page());
                    continue;
                }
                try (InputStream in = copy.get()) {
                    download.page(page.page(), in);
                }
            }
            download.end();
        } catch (UnavailableException e) {
            throw new IOException("the download of item " + item.id() + " was broken off: " + e.getMessage(), e);
        }
    }
}
