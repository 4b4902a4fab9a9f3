package org.colophon.web.readingroom;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.colophon.port.AccessCopies;
import org.colophon.port.History;
import org.colophon.web.security.SecurityHeaders;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Puts the reading room together. Needs beans of {@link History}, {@link AccessCopies}, {@link WebConfig}, {@link Clock}. */
@Configuration(proxyBeanMethods = false)
@ComponentScan(basePackageClasses = {ReadingRoomConfiguration.class, SecurityHeaders.class})
public class ReadingRoomConfiguration implements WebMvcConfigurer {
    private final WebConfig config;

    /** @param config of the site */
    public ReadingRoomConfiguration(WebConfig config) {
        this.config = config;
    }

    @Bean
    Shelf shelf(History history, Clock clock) {
        return new Shelf(history, clock);
    }

    @Bean
    Catalogue catalogue(History history, Shelf shelf) {
        return new Catalogue(history, shelf);
    }

    @Bean
    PageCopies pageCopies(AccessCopies copies) {
        return new PageCopies(copies);
    }

    /** Puts the digest of a style sheet into its address, so that browsers may keep it for good. */
    @Bean
    ResourceUrlEncodingFilter resourceUrlEncodingFilter() {
        return new ResourceUrlEncodingFilter();
    }

    /** The languages there are texts in; whoever wants another gets English, dates included. */
    @Bean
    LocaleResolver localeResolver() throws IOException {
        List<Locale> languages = new ArrayList<>(List.of(Locale.ENGLISH));
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:messages_*.properties")) {
            String name = String.valueOf(file.getFilename());
            String tag = name.substring("messages_".length(), name.length() - ".properties".length());
            languages.add(Locale.forLanguageTag(tag.replace('_', '-')));
        }
        AcceptHeaderLocaleResolver resolver = new AcceptHeaderLocaleResolver();
        resolver.setSupportedLocales(languages);
        resolver.setDefaultLocale(Locale.ENGLISH);
        return resolver;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new Site(config));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable())
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
}
