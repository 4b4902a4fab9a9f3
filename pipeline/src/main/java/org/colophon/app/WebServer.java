package org.colophon.app;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.port.AccessCopies;
import org.colophon.port.History;
import org.colophon.port.Ports;
import org.colophon.web.readingroom.ReadingRoomConfiguration;
import org.colophon.web.readingroom.WebConfig;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

/** The web pages of a house, served. */
final class WebServer implements AutoCloseable {
    private final ConfigurableApplicationContext context;

    private WebServer(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * Starts serving.
     *
     * @param monitoring what monitors are to see
     * @param temps for what the server spools
     */
    static WebServer start(Settings settings, Ports ports, Monitoring monitoring, Temps temps) {
        // The log is set up by logback.xml; Spring would set it up again.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        SpringApplication application = new SpringApplication(Pages.class);
        application.addInitializers(
                context -> noDocuments((GenericApplicationContext) context, temps.folder("documents")));
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings, temps.folder("web")));
        application.addInitializers(context -> register((GenericApplicationContext) context, settings, ports));
        application.addInitializers(context -> monitoring.show((GenericApplicationContext) context));
        try {
            return new WebServer(application.run());
        } catch (PortInUseException e) {
            throw new StartRefusedException(
                    "port " + e.getPort() + " is taken: choose another with --set web.port=8081 (0 takes any)", e);
        }
    }

    /** All pages come from the program: no folder called public or static where it was started is to be served. */
    private static void noDocuments(GenericApplicationContext context, Path empty) {
        context.registerBean(
                "noDocuments",
                WebServerFactoryCustomizer.class,
                () -> (WebServerFactoryCustomizer<ConfigurableServletWebServerFactory>)
                        factory -> factory.setDocumentRoot(empty.toFile()));
    }

    private static void register(GenericApplicationContext context, Settings settings, Ports ports) {
        context.registerBean(History.class, ports::history);
        context.registerBean(AccessCopies.class, ports::accessCopies);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(
                WebConfig.class,
                () -> new WebConfig(
                        settings.get(Keys.SITE_TITLE),
                        settings.get(Keys.SITE_URL).orElse(null),
                        settings.get(Keys.IDS_NAAN),
                        settings.collections()));
    }

    private static Map<String, Object> properties(Settings settings, Path temp) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.get(Keys.WEB_PORT));
        properties.put("server.address", settings.get(Keys.WEB_ADDRESS));
        properties.put("server.tomcat.basedir", temp.toString());
        properties.put("server.shutdown", "immediate");
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("spring.jmx.enabled", false);
        properties.put("management.endpoints.web.exposure.include", "health,prometheus");
        // One component a part, and nothing about any: what it says may name machines and paths.
        properties.put("management.endpoint.health.show-components", "always");
        properties.put("management.endpoint.health.show-details", "never");
        properties.put("management.endpoint.health.probes.enabled", false);
        properties.put("management.health.defaults.enabled", false);
        return properties;
    }

    /** The port it listens on. */
    int port() {
        return Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    @Override
    public void close() {
        context.close();
    }

    /** What Spring is to know of. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(ReadingRoomConfiguration.class)
    static class Pages {}
}
