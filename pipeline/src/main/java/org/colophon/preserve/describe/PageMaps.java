package org.colophon.preserve.describe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.colophon.item.Page;
import org.colophon.item.text.Xml;

/** Writes the structural maps that tell of pages: their order and labels, and the table of contents. */
final class PageMaps {
    private final Contents contents;
    private final Function<Page, List<String>> files;

    /** @param files IDs of the files a page is in; of none, the page stands without */
    PageMaps(Contents contents, Function<Page, List<String>> files) {
        this.contents = contents;
        this.files = files;
    }

    void write(Xml xml) {
        List<Page> pages = contents.dossier().pages();
        xml.open("structMap", "ID", "ID-pages", "TYPE", "PHYSICAL", "LABEL", "Pages");
        xml.open("div", "ID", "ID-pages-all", "TYPE", "item");
        pages.forEach(page -> page(xml, page, "ID-page-"));
        xml.end().end();
        if (pages.stream().anyMatch(page -> page.section() != null)) {
            sections(xml, pages);
        }
    }

    /** A section runs from the page that names it to the next that names another. */
    private void sections(Xml xml, List<Page> pages) {
        xml.open("structMap", "ID", "ID-contents", "TYPE", "LOGICAL", "LABEL", "Contents");
        xml.open("div", "ID", "ID-contents-all", "TYPE", "item");
        List<List<Page>> sections = new ArrayList<>();
        for (Page page : pages) {
            if (page.section() != null || sections.isEmpty()) {
                sections.add(new ArrayList<>());
            }
            sections.get(sections.size() - 1).add(page);
        }
        for (List<Page> section : sections) {
            Page first = section.get(0);
            boolean named = first.section() != null;
            if (named) {
                xml.open("div", "ID", "ID-section-" + first.n(), "TYPE", "section", "LABEL", first.section());
            }
            section.forEach(page -> page(xml, page, "ID-contents-page-"));
            if (named) {
                xml.end();
            }
        }
        xml.end().end();
    }

    private void page(Xml xml, Page page, String prefix) {
        xml.open(
                "div",
                "ID",
                prefix + page.n(),
                "TYPE",
                "page",
                "ORDER",
                page.n(),
                "ORDERLABEL",
                Optional.ofNullable(page.label())
                        .filter(label -> !label.isBlank())
                        .orElse(null),
                "CONTENTIDS",
                contents.ark(page));
        files.apply(page).forEach(id -> xml.empty("fptr", "FILEID", id));
        xml.end();
    }
}
