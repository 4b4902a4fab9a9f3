package org.colophon.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colophon.examine.DryRun.Checked;
import org.colophon.intake.FoundObjects.FoundObject;
import org.colophon.item.SourcePath;

/** What was found of an object, as JSON: pages in the words of {@code show --json}. */
final class CheckJson {
    private CheckJson() {}

    static Map<String, Object> of(FoundObject object, List<Checked> pages) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("path", SourcePath.of(object.root()).display());
        json.put("problem", object.problem());
        json.put("pages", pages.stream().map(CheckJson::page).toList());
        return json;
    }

    private static Map<String, Object> page(Checked page) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("n", page.n());
        json.put("file", page.file());
        json.put("index", page.index());
        json.put("name", page.name());
        json.put("verdict", page.refused() ? "refused" : "accepted");
        json.put("findings", page.findings().stream().map(ItemJson::finding).toList());
        return json;
    }
}
