package org.colophon.web.readingroom;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.item.text.Alto;
import org.colophon.item.text.Hocr;
import org.colophon.port.AccessCopies.Kind;
import org.colophon.port.History.PageStatus;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.context.request.WebRequest;

/** Images, text, ALTO and hOCR of one page, as files. */
@Controller
final class FileController {
    private static final Map<String, Kind> FILES = Map.of(
            "thumbnail.jpg", Kind.THUMBNAIL,
            "image.jpg", Kind.READING,
            "alto.xml", Kind.ALTO,
            "text.txt", Kind.PLAIN);
    /**
     * Images change hardly ever; still only the reader's own browser may keep them, so that a closing takes effect, and
     * text is asked for anew each time, which costs nothing while its tag stands.
     */
    private static final CacheControl IMAGES =
            CacheControl.maxAge(Duration.ofHours(1)).cachePrivate();

    private static final CacheControl TEXTS = CacheControl.noCache().cachePrivate();

    private final Shelf shelf;
    private final PageCopies copies;

    FileController(Shelf shelf, PageCopies copies) {
        this.shelf = shelf;
        this.copies = copies;
    }

    @GetMapping("/items/{id:[a-z0-9]{4,32}}/pages/{n:[1-9][0-9]{0,5}}/"
            + "{file:thumbnail\\.jpg|image\\.jpg|alto\\.xml|text\\.txt}")
    ResponseEntity<InputStreamResource> file(
            @PathVariable ItemId id, @PathVariable int n, @PathVariable String file, WebRequest request) {
        Item item = shelf.readable(id);
        PageStatus page = shelf.readable(item, n);
        Kind kind = FILES.get(file);
        String tag = PageCopies.tag(page, kind)
                .orElseThrow(() -> new NotFoundException(file + " of page " + n + " of item " + id));
        boolean image = kind == Kind.THUMBNAIL || kind == Kind.READING;
        CacheControl caching = image ? IMAGES : TEXTS;
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(caching).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(caching)
                .contentType(MediaType.parseMediaType(kind.mime()))
                .body(new InputStreamResource(copies.open(id, n, kind)));
    }

    /** Made when it is asked for: nothing but its words is kept. A file to take away, never a page of this site. */
    @GetMapping("/items/{id:[a-z0-9]{4,32}}/pages/{n:[1-9][0-9]{0,5}}/hocr.html")
    ResponseEntity<byte[]> hocr(@PathVariable ItemId id, @PathVariable int n, WebRequest request) {
        Item item = shelf.readable(id);
        PageStatus page = shelf.readable(item, n);
        String tag = PageCopies.tag(page, Kind.PAGE_TEXT)
                .orElseThrow(() -> new NotFoundException("hOCR of page " + n + " of item " + id));
        if (request.checkNotModified(tag)) {
            return ResponseEntity.status(304).eTag(tag).cacheControl(TEXTS).build();
        }
        Alto.Source source = new Alto.Source(
                n, page.page().name(), null, item.ark() + "/p" + n, page.page().label(), null);
        ByteArrayOutputStream hocr = new ByteArrayOutputStream();
        Hocr.write(copies.text(id, n), source, hocr);
        String name = String.format(Locale.ROOT, "%s-%04d.hocr.html", id, n);
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(TEXTS)
                .contentType(MediaType.APPLICATION_XHTML_XML)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(hocr.toByteArray());
    }
}
