package org.colophon.app;

import org.colophon.item.Item;
import org.colophon.item.ItemState;

/** Outcomes in words, for the terminal. */
final class Sentences {
    private Sentences() {}

    /** @param page where to read it, or null */
    static String outcome(Item item, String page) {
        String name = item.source().path().name().replaceAll("\\p{Cntrl}", "?");
        String start =
                switch (item.state()) {
                    case REJECTED -> "rejected   ";
                    case DUPLICATE -> "duplicate  ";
                    case SET_ASIDE -> "set aside  ";
                    case HELD -> "held       ";
                    case WAITING, EXAMINING, RECOGNIZING, PRESERVING, DEPOSITED, PUBLISHED, WITHDRAWN -> "deposited  ";
                };
        String pages = item.pageCount() == 1 ? "1 page" : item.pageCount() + " pages";
        return switch (item.state()) {
            case REJECTED, SET_ASIDE, DUPLICATE -> start + name + ": " + firstLine(item.reason());
            case WAITING, EXAMINING, RECOGNIZING, PRESERVING, DEPOSITED, PUBLISHED, HELD, WITHDRAWN ->
                start + name + ", " + pages + ", " + item.id()
                        + (page == null || item.state() == ItemState.HELD ? "" : ", " + page);
        };
    }

    private static String firstLine(String reason) {
        if (reason == null) {
            return "";
        }
        String[] lines = reason.strip().split("\\R");
        return lines[0] + (lines.length > 1 ? " (and " + (lines.length - 1) + " more)" : "");
    }
}
