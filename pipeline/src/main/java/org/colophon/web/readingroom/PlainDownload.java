package org.colophon.web.readingroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.colophon.item.Item;
import org.colophon.item.Page;
import org.springframework.context.MessageSource;

/** All text as one file: a head that says what it is, then each page under its number. */
final class PlainDownload implements Download {
    private final Item item;
    private final MessageSource messages;
    private final Locale locale;
    private OutputStream out = OutputStream.nullOutputStream();

    PlainDownload(Item item, MessageSource messages, Locale locale) {
        this.item = item;
        this.messages = messages;
        this.locale = locale;
    }

    @Override
    public String mime() {
        return "text/plain; charset=utf-8";
    }

    @Override
    public String filename() {
        return item.id() + ".txt";
    }

    @Override
    public void begin(OutputStream stream) throws IOException {
        this.out = stream;
        write(item.title() + "\n" + item.ark() + "\n" + say("text.machine") + "\n");
    }

    @Override
    public void page(Page page, InputStream in) throws IOException {
        write("\n" + heading(page) + "\n\n");
        in.transferTo(out);
        write("\n");
    }

    @Override
    public void missing(Page page) throws IOException {
        write("\n" + heading(page) + "\n\n" + say("text.lost") + "\n");
    }

    @Override
    public void end() throws IOException {
        out.flush();
    }

    private String heading(Page page) {
        String label = page.label() == null ? "" : " (" + page.label() + ")";
        return "[" + say("page.n", page.n()) + label + "]";
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
