package org.colophon.web.readingroom;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The home page: what may be read, newest first. */
@Controller
final class CatalogueController {
    private static final int SIZE = 24;

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/")
    String home(@RequestParam(defaultValue = "0") int from, Model model) {
        Catalogue.Stretch stretch = catalogue.from(Math.max(0, from), SIZE);
        model.addAttribute("entries", stretch.items().stream().map(Entry::of).toList());
        model.addAttribute("newer", stretch.newer());
        model.addAttribute("older", stretch.older());
        return "readingroom/catalogue";
    }
}
