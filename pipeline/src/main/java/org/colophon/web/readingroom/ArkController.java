package org.colophon.web.readingroom;

import java.util.Locale;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Resolves archival resource keys, with and without the old slash after the label. Hyphens in a name mean nothing and
 * are passed over (The ARK Identifier Scheme, draft-kunze-ark §2.7).
 */
@Controller
final class ArkController {
    private final Shelf shelf;
    private final WebConfig config;

    ArkController(Shelf shelf, WebConfig config) {
        this.shelf = shelf;
        this.config = config;
    }

    @GetMapping({"/ark:{naan:[0-9a-z]+}/{name}", "/ark:/{naan:[0-9a-z]+}/{name}"})
    ResponseEntity<Void> item(@PathVariable String naan, @PathVariable String name) {
        return to("/items/" + named(naan, name).id());
    }

    @GetMapping({
        "/ark:{naan:[0-9a-z]+}/{name}/p{n:[1-9][0-9]{0,5}}",
        "/ark:/{naan:[0-9a-z]+}/{name}/p{n:[1-9][0-9]{0,5}}"
    })
    ResponseEntity<Void> page(@PathVariable String naan, @PathVariable String name, @PathVariable int n) {
        Item item = named(naan, name);
        if (n > item.pageCount()) {
            throw new NotFoundException("page " + n + " of item " + item.id());
        }
        return to("/items/" + item.id() + "/pages/" + n);
    }

    private Item named(String naan, String name) {
        String plain = name.replace("-", "").toLowerCase(Locale.ROOT);
        if (!naan.equals(config.naan()) || !plain.matches("[a-z0-9]{4,32}")) {
            throw new NotFoundException("ark:" + naan + "/" + name);
        }
        return shelf.known(new ItemId(plain));
    }

    /** A relative place, so that no host from outside comes into it. */
    private static ResponseEntity<Void> to(String place) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, place)
                .build();
    }
}
