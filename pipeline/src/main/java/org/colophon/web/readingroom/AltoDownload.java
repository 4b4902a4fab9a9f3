package org.colophon.web.readingroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.colophon.item.Item;
import org.colophon.item.Page;
import org.springframework.context.MessageSource;

/** The ALTO files of all pages as a zip, named by page number as in the package: {@code 0001.xml}. */
final class AltoDownload implements Download {
    private final Item item;
    private final MessageSource messages;
    private final Locale locale;
    private ZipOutputStream zip = new ZipOutputStream(OutputStream.nullOutputStream());

    AltoDownload(Item item, MessageSource messages, Locale locale) {
        this.item = item;
        this.messages = messages;
        this.locale = locale;
    }

    @Override
    public String mime() {
        return "application/zip";
    }

    @Override
    public String filename() {
        return item.id() + "-alto.zip";
    }

    @Override
    public void begin(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    @Override
    public void page(Page page, InputStream in) throws IOException {
        entry(String.format(Locale.ROOT, "%04d.xml", page.n()));
        in.transferTo(zip);
        zip.closeEntry();
    }

    @Override
    public void missing(Page page) throws IOException {
        entry(String.format(Locale.ROOT, "%04d-missing.txt", page.n()));
        zip.write(messages.getMessage("text.lost", null, locale).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void end() throws IOException {
        zip.finish();
        zip.flush();
    }

    private void entry(String name) throws IOException {
        ZipEntry entry = new ZipEntry(item.id() + "/" + name);
        entry.setLastModifiedTime(FileTime.from(item.publishedAt()));
        zip.putNextEntry(entry);
    }
}
