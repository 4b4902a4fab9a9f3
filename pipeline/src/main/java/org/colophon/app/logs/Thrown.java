package org.colophon.app.logs;

import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What was thrown, with where it came from. */
final class Thrown {
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private Thrown() {}

    /** The exception and its causes, some frames of each. */
    static String text(IThrowableProxy thrown) {
        StringBuilder text = new StringBuilder();
        IThrowableProxy one = thrown;
        for (int i = 0; i < CAUSES && one != null; i++, one = one.getCause()) {
            text.append(i == 0 ? "" : " | caused by ")
                    .append(one.getClassName())
                    .append(": ")
                    .append(one.getMessage())
                    .append(frames(one));
        }
        return text.toString();
    }

    private static String frames(IThrowableProxy thrown) {
        return Arrays.stream(thrown.getStackTraceElementProxyArray())
                .limit(FRAMES)
                .map(StackTraceElementProxy::getSTEAsString)
                .collect(Collectors.joining(" | ", " | ", ""));
    }
}
