package org.colophon.web.readingroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.colophon.item.UnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** What a reader is told when there is nothing to show: what happened, and what to do next. */
@ControllerAdvice
final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int RETRY_SECONDS = 30;

    /** Nothing here, or nothing that a reader may know of. */
    @ExceptionHandler({NotFoundException.class, NoResourceFoundException.class})
    ModelAndView notFound() {
        return notice(404, "notfound");
    }

    /** A number was asked for, and something else was given. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView notUnderstood() {
        return notice(400, "notunderstood");
    }

    /** Only the description may be seen. */
    @ExceptionHandler(ClosedException.class)
    ModelAndView closed(ClosedException e) {
        ModelAndView view = notice(403, "closed");
        view.addObject("barrier", e.barrier());
        view.addObject("embargo", e.item().access().embargoUntil());
        view.addObject("back", "/items/" + e.item().id());
        return view;
    }

    /** The store lost a copy: said in the log for those who can mend it. */
    @ExceptionHandler(CopyMissingException.class)
    ModelAndView missing(CopyMissingException e) {
        LOG.warn("{}", e.getMessage());
        return notice(404, "missing");
    }

    /** Store or ledger does not answer. */
    @ExceptionHandler(UnavailableException.class)
    ModelAndView unavailable(UnavailableException e, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("{} could not be shown: {}", request.getRequestURI(), e.getMessage());
        response.setIntHeader("Retry-After", RETRY_SECONDS);
        return notice(503, "unavailable");
    }

    private static ModelAndView notice(int status, String key) {
        ModelAndView view = new ModelAndView("readingroom/notice");
        view.setStatus(HttpStatusCode.valueOf(status));
        view.addObject("key", key);
        return view;
    }
}
