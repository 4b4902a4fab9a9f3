package org.colophon.web.readingroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Gives every page, notices too, what stands in its frame. */
final class Site implements HandlerInterceptor {
    private final Frame frame;

    Site(WebConfig config) {
        this.frame = new Frame(config.title());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        request.setAttribute("site", frame);
        return true;
    }

    /** @param title the site's name */
    record Frame(String title) {}
}
