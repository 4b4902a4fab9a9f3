package org.colophon.app;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.item.UnavailableException;
import org.colophon.port.AccessCopies;
import org.colophon.port.History;
import org.colophon.port.Ledger;
import org.colophon.port.Ports;
import org.colophon.web.readingroom.ReadingRoomConfiguration;
import org.colophon.web.readingroom.WebConfig;
import org.slf4j.bridge.SLF4JBridgeHandler;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.PortInUseException;
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
     * @param trouble what keeps the steps from going on, or null; turns health red
     */
    static WebServer start(Settings settings, Ports ports, Supplier<String> trouble) {
        // The log is set up by logback.xml; Spring would set it up again.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        SpringApplication application = new SpringApplication(Pages.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(properties(settings));
        application.addInitializers(context -> register((GenericApplicationContext) context, settings, ports, trouble));
        try {
            return new WebServer(application.run());
        } catch (PortInUseException e) {
            throw new StartRefusedException(
                    "port " + e.getPort() + " is taken: choose another with --set web.port=8081 (0 takes any)", e);
        }
    }

    private static void register(
            GenericApplicationContext context, Settings settings, Ports ports, Supplier<String> trouble) {
        context.registerBean("work", HealthIndicator.class, () -> () -> health(ports.ledger(), trouble.get()));
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

    private static Health health(Ledger ledger, String trouble) {
        try {
            ledger.now();
            return (trouble == null ? Health.up() : Health.down()).build();
        } catch (UnavailableException e) {
            // What it says names machines and paths; it stands in the log, not on a page that anybody may ask for.
            return Health.down().build();
        }
    }

    private static Map<String, Object> properties(Settings settings) {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", settings.get(Keys.WEB_PORT));
        properties.put("server.address", settings.get(Keys.WEB_ADDRESS));
        properties.put("server.shutdown", "immediate");
        properties.put("spring.main.web-application-type", "servlet");
        properties.put("spring.jmx.enabled", false);
        properties.put("management.endpoints.web.exposure.include", "health");
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
