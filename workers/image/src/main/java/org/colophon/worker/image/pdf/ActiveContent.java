package org.colophon.worker.image.pdf;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;

/**
 * What a PDF would do by itself: scripts, programs it starts, forms that draw themselves (ISO 32000-1 §12.6, §12.7.8).
 * Found by walking from the catalog, and from the page, along everything but page trees and drawing.
 */
final class ActiveContent {
    private static final int MOST_OBJECTS = 50_000;
    private static final Set<String> PASSED_OVER = Set.of(
            "Pages",
            "Parent",
            "P",
            "Pg",
            "Resources",
            "Contents",
            "StructTreeRoot",
            "ParentTree",
            "Metadata",
            "AP",
            "OCProperties");

    /** Kinds of it. */
    enum Kind {
        SCRIPT,
        LAUNCH,
        XFA_FORM,
        EMBEDDED_FILE
    }

    private final Set<COSBase> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<COSBase> open = new ArrayDeque<>();
    private final Set<Kind> found = EnumSet.noneOf(Kind.class);

    private ActiveContent() {}

    /** All kinds that can be reached from these dictionaries. */
    static Set<Kind> in(COSDictionary catalog, COSDictionary page) {
        ActiveContent search = new ActiveContent();
        search.visit(catalog);
        search.visit(page);
        while (!search.open.isEmpty() && search.seen.size() < MOST_OBJECTS) {
            search.look(search.open.pop());
        }
        return search.found;
    }

    private void visit(COSBase base) {
        COSBase object = base instanceof COSObject reference ? reference.getObject() : base;
        if ((object instanceof COSDictionary || object instanceof COSArray) && seen.add(object)) {
            open.push(object);
        }
    }

    private void look(COSBase object) {
        if (object instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                visit(array.get(i));
            }
        } else if (object instanceof COSDictionary dictionary) {
            judge(dictionary);
            for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                if (!PASSED_OVER.contains(entry.getKey().getName())) {
                    visit(entry.getValue());
                }
            }
        }
    }

    private void judge(COSDictionary dictionary) {
        COSName action = dictionary.getCOSName(COSName.S);
        if (COSName.JAVA_SCRIPT.equals(action) || dictionary.containsKey(COSName.JS)) {
            found.add(Kind.SCRIPT);
        }
        if (action != null && action.getName().equals("Launch")) {
            found.add(Kind.LAUNCH);
        }
        if (dictionary.containsKey(COSName.XFA)) {
            found.add(Kind.XFA_FORM);
        }
        if (dictionary.containsKey(COSName.EF)) {
            found.add(Kind.EMBEDDED_FILE);
        }
    }
}
