package org.colophon.web.readingroom;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.colophon.item.Item;
import org.colophon.item.ItemId;
import org.colophon.port.History.PageStatus;
import org.colophon.port.StepResult;
import org.colophon.worker.protocol.Derived;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One page: its image beside its text. */
@Controller
final class PageController {
    private final Shelf shelf;
    private final PageCopies copies;
    private final WebConfig config;

    PageController(Shelf shelf, PageCopies copies, WebConfig config) {
        this.shelf = shelf;
        this.copies = copies;
        this.config = config;
    }

    @GetMapping("/items/{id:[a-z0-9]{4,32}}/pages/{n:[1-9][0-9]{0,5}}")
    String page(@PathVariable ItemId id, @PathVariable int n, Model model, Locale locale, HttpServletRequest request) {
        Item item = shelf.readable(id);
        PageStatus page = shelf.readable(item, n);
        String origin = new SiteAddress(config).origin(request);
        model.addAttribute("item", ItemView.of(item, Shelf.Barrier.NONE, config.title(), origin, locale));
        model.addAttribute("page", view(item, page));
        return "readingroom/page";
    }

    private PageView view(Item item, PageStatus page) {
        Derived image = PageCopies.image(page, Derived.Role.READING).orElse(null);
        StepResult.Recognized recognized = page.recognized();
        PageWords words = null;
        boolean lost = false;
        if (recognized != null && recognized.text() != null) {
            try {
                words = PageWords.of(copies.text(item.id(), page.page().n()));
            } catch (CopyMissingException e) {
                // Said on the page, in place of the text; the image can still be read.
                lost = true;
            }
        }
        return new PageView(
                page.page().n(),
                page.page().label(),
                image,
                language(item, recognized),
                words,
                recognized == null ? null : recognized.problem(),
                lost);
    }

    /** What the metadata says counts before what the engine was told to assume. */
    private static String language(Item item, StepResult.Recognized recognized) {
        List<String> models = recognized == null ? List.of() : recognized.models();
        return LanguageTag.first(item.languages())
                .or(() -> LanguageTag.first(models))
                .orElse(null);
    }

    /**
     * A page as it is shown.
     *
     * @param label as printed on it or given; null when there is none
     * @param image the reading image; null when there is none
     * @param lang language of the text, BCP 47; null when not known
     * @param words the text; null when there is none
     * @param problem why there is no text, or what was missing; null when all went well
     * @param lost whether there should be a text, but its copy is gone
     */
    record PageView(int n, String label, Derived image, String lang, PageWords words, String problem, boolean lost) {

        /** Whether there are words to show. */
        public boolean isWorded() {
            return words != null && !words.paragraphs().isEmpty();
        }
    }
}
