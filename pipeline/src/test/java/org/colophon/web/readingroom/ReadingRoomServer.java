package org.colophon.web.readingroom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.colophon.item.Access;
import org.colophon.item.Collection;
import org.colophon.item.Item;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.MessageSourceAutoConfiguration;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.thymeleaf.autoconfigure.ThymeleafAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The reading room alone behind a real server on a free port, over items in memory. */
public final class ReadingRoomServer implements AutoCloseable {
    /** What the room's clock shows. */
    public static final Clock CLOCK = Clock.fixed(Letter.PUBLISHED.plusSeconds(3600), ZoneOffset.UTC);

    private final PublishedItems items = new PublishedItems();
    private final CopiesInMemory copies = new CopiesInMemory();
    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port;

    /** @param siteUrl {@code site.url}, or null */
    public ReadingRoomServer(String siteUrl, int wantedPort) {
        URI url = siteUrl == null ? null : URI.create(siteUrl);
        Collection letters = new Collection(
                "letters",
                "Letters <of> Anna Blum",
                Path.of("inbox-letters"),
                List.of(),
                "",
                Access.OPEN,
                null,
                "Library of Blumenau");
        WebConfig config = new WebConfig("Blum Archive", url, "99999", List.of(letters));
        SpringApplication application = new SpringApplication(Application.class);
        application.addInitializers(starting -> {
            var beans = starting.getBeanFactory();
            beans.registerSingleton("history", items);
            beans.registerSingleton("accessCopies", copies);
            beans.registerSingleton("webConfig", config);
            beans.registerSingleton("clock", CLOCK);
        });
        this.context = application.run(
                "--server.port=" + wantedPort, "--server.address=127.0.0.1", "--spring.main.banner-mode=off");
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    public PublishedItems items() {
        return items;
    }

    public CopiesInMemory copies() {
        return copies;
    }

    public int port() {
        return port;
    }

    /** Adds an item with pages of these texts and all their copies. */
    public void publish(Item item, List<String> texts) {
        items.add(item, Letter.pages(texts));
        Letter.put(copies, item.id(), texts);
    }

    /** Asks for a place, without following where it leads. Headers: name, value, name, value … */
    public HttpResponse<String> get(String place, String... headers) {
        return send(place, HttpResponse.BodyHandlers.ofString(), headers);
    }

    /** Asks for a file. */
    public HttpResponse<byte[]> bytes(String place, String... headers) {
        return send(place, HttpResponse.BodyHandlers.ofByteArray(), headers);
    }

    private <T> HttpResponse<T> send(String place, HttpResponse.BodyHandler<T> handler, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + place));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** The least of Spring Boot that the room needs; History and AccessCopies are registered by hand. */
    @Configuration(proxyBeanMethods = false)
    @Import(ReadingRoomConfiguration.class)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        ThymeleafAutoConfiguration.class,
        MessageSourceAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class Application {}
}
