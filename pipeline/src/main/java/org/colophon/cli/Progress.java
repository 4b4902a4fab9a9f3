package org.colophon.cli;

import java.io.PrintWriter;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a command is: a bar on a terminal, plain lines elsewhere. */
abstract class Progress implements AutoCloseable {

    /** A bar when a person looks on, as only the launcher can tell for every Java; else lines only. */
    static Progress on(PrintWriter out) {
        return Boolean.getBoolean("colophon.terminal") ? new Bar(out) : new Lines(out);
    }

    abstract void show(Tally tally);

    /** An outcome. */
    abstract void line(String text);

    @Override
    public abstract void close();

    private static final class Lines extends Progress {
        private final PrintWriter out;

        Lines(PrintWriter out) {
            this.out = out;
        }

        @Override
        void show(Tally tally) {
            // Outcomes are told as they come; a log wants no bar.
        }

        @Override
        void line(String text) {
            out.println(text);
        }

        @Override
        public void close() {
            out.flush();
        }
    }

    private static final class Bar extends Progress {
        private final PrintWriter out;
        private final ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("pages")
                .setStyle(ProgressBarStyle.ASCII)
                .setInitialMax(1)
                .setUpdateIntervalMillis(250)
                .build();

        Bar(PrintWriter out) {
            this.out = out;
        }

        @Override
        void show(Tally tally) {
            bar.maxHint(Math.max(1, tally.work()));
            bar.stepTo(tally.done());
        }

        @Override
        void line(String text) {
            out.print("\r\u001b[K" + text + "\n");
            out.flush();
        }

        @Override
        public void close() {
            bar.close();
        }
    }
}
