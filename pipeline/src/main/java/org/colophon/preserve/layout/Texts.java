package org.colophon.preserve.layout;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colophon.item.Event;
import org.colophon.item.EventType;
import org.colophon.item.Fixity;
import org.colophon.item.Item;
import org.colophon.item.Page;
import org.colophon.item.UnavailableException;
import org.colophon.item.text.Alto;
import org.colophon.item.text.PlainText;
import org.colophon.port.Archive;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;
import org.colophon.preserve.describe.Contents;
import org.colophon.preserve.describe.OcrPage;
import org.colophon.preserve.describe.PackageFile;
import org.colophon.worker.protocol.PageText;
import org.colophon.worker.protocol.Wire;

/**
 * Lays out the texts: ALTO and plain text of every page that was read. A page text that has left the workspace since the
 * version before is not written anew: its files are taken from that version, once they show that they came from it.
 */
final class Texts {
    private static final String ALTO_MIME = "application/xml";
    private static final String PLAIN_MIME = "text/plain";

    private final Contents contents;
    private final Workspace workspace;
    private final Archive archive;
    private final Tree tree;

    Texts(Contents contents, Workspace workspace, Archive archive, Tree tree) {
        this.contents = contents;
        this.workspace = workspace;
        this.archive = archive;
        this.tree = tree;
    }

    /** Pages with text, in reading order. */
    List<OcrPage> layOut() {
        List<OcrPage> texts = new ArrayList<>();
        for (Page page : contents.dossier().pages()) {
            StepResult.Recognized recognized = contents.dossier().recognized().get(page.n());
            if (recognized != null && recognized.text() != null) {
                texts.add(layOut(page, recognized.text()));
            }
        }
        return texts;
    }

    private OcrPage layOut(Page page, Fixity fixity) {
        Item item = contents.dossier().item();
        try {
            byte[] json = Files.readAllBytes(workspace.fetch(item.id(), fixity));
            PageText text = Wire.read(new String(json, StandardCharsets.UTF_8), PageText.class);
            return new OcrPage(
                    page,
                    tree.write(alto(page), ALTO_MIME, read(page), out -> Alto.write(text, source(page, fixity), out)),
                    tree.write(
                            plain(page),
                            PLAIN_MIME,
                            read(page),
                            out -> put(PlainText.of(text).getBytes(StandardCharsets.UTF_8), out)));
        } catch (IOException e) {
            throw new UnavailableException(
                    "disk", "the text of " + item.id() + " page " + page.n() + " cannot be read: look at the disk", e);
        } catch (UnavailableException gone) {
            return fromArchive(page, fixity, gone);
        }
    }

    private OcrPage fromArchive(Page page, Fixity fixity, UnavailableException gone) {
        if (contents.dossier().round().number() == 1) {
            throw gone;
        }
        byte[] alto = stored(alto(page));
        if (!new String(alto, StandardCharsets.UTF_8).contains(fixity.sha512())) {
            throw gone;
        }
        byte[] plain = stored(plain(page));
        PackageFile altoFile = tree.write(alto(page), ALTO_MIME, read(page), out -> put(alto, out));
        PackageFile plainFile = tree.write(plain(page), PLAIN_MIME, read(page), out -> put(plain, out));
        return new OcrPage(page, altoFile, plainFile);
    }

    private byte[] stored(String path) {
        int before = contents.dossier().round().number() - 1;
        try (InputStream in = archive.open(contents.dossier().item().ark(), before, path)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UnavailableException("store", path + " cannot be read from the archive: try again later", e);
        }
    }

    private Alto.Source source(Page page, Fixity text) {
        return new Alto.Source(
                page.n(),
                page.name(),
                contents.masterOf(page).map(master -> master.object(page)).orElse(null),
                contents.ark(page),
                page.label(),
                "from the page text with SHA-512 " + text.sha512());
    }

    private Instant read(Page page) {
        return contents.dossier().events().stream()
                .filter(event -> event.type() == EventType.CREATION && event.page() == page.n())
                .map(Event::at)
                .max(Instant::compareTo)
                .orElse(contents.begun());
    }

    private static String alto(Page page) {
        return path(page, "xml");
    }

    private static String plain(Page page) {
        return path(page, "txt");
    }

    private static String path(Page page, String extension) {
        return String.format(Locale.ROOT, "%s/data/%04d.%s", Contents.OCR, page.n(), extension);
    }

    private static void put(byte[] bytes, OutputStream out) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
