package org.colophon.web.readingroom;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.History;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** An item: what it is, how to cite it, its pages. */
@Controller
final class ItemController {
    /** Thumbnails on one page: enough to leaf through, few enough for a slow line. */
    private static final int SIZE = 60;

    private final Shelf shelf;
    private final History history;
    private final WebConfig config;

    ItemController(Shelf shelf, History history, WebConfig config) {
        this.shelf = shelf;
        this.history = history;
        this.config = config;
    }

    @GetMapping("/items/{id:[a-z0-9]{4,32}}")
    String item(
            @PathVariable ItemId id,
            @RequestParam(defaultValue = "1") int from,
            Model model,
            Locale locale,
            HttpServletRequest request) {
        Item item = shelf.known(id);
        String origin = new SiteAddress(config).origin(request);
        ItemView view = ItemView.of(item, shelf.barrier(item), config.title(), origin, locale);
        model.addAttribute("item", view);
        Collection.of(item, config.collections()).ifPresent(collection -> model.addAttribute("collection", collection));
        if (view.isReadable()) {
            List<Leaf> leaves = history.pages(id).stream().map(Leaf::of).toList();
            int first = Math.min(Math.max(1, from), Math.max(1, leaves.size()));
            int last = Math.min(first + SIZE - 1, leaves.size());
            model.addAttribute("leaves", leaves.subList(first - 1, last));
            model.addAttribute(
                    "contents",
                    leaves.stream().filter(leaf -> leaf.section() != null).toList());
            model.addAttribute("hasText", leaves.stream().anyMatch(Leaf::hasText));
            model.addAttribute("first", first);
            model.addAttribute("last", last);
            model.addAttribute("before", first == 1 ? null : Math.max(1, first - SIZE));
            model.addAttribute("after", last == leaves.size() ? null : last + 1);
        }
        return "readingroom/item";
    }

    /**
     * A page among its neighbours.
     *
     * @param label as printed on it or given; null when there is none
     * @param section heading that begins here; null when none
     * @param hasText whether text was read from it
     */
    record Leaf(int n, String label, String section, boolean hasText) {

        static Leaf of(History.PageStatus status) {
            boolean hasText = status.recognized() != null && status.recognized().text() != null;
            return new Leaf(
                    status.page().n(), status.page().label(), status.page().section(), hasText);
        }
    }
}
