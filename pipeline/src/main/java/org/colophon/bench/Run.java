package org.colophon.bench;

/**
 * Pages that went through something.
 *
 * @param pages how many
 * @param seconds wall clock
 * @param cpuSeconds CPU time of all that took part; null where the system does not tell
 */
public record Run(int pages, double seconds, Double cpuSeconds) {

    /** Pages a second. */
    public double pagesPerSecond() {
        return seconds > 0 ? pages / seconds : 0;
    }

    /** CPU seconds a page; null where the system does not tell. */
    public Double cpuSecondsPerPage() {
        return cpuSeconds == null || pages == 0 ? null : cpuSeconds / pages;
    }

    /** How many times as many pages a second as another; null without another. */
    public Double timesAsFastAs(Run other) {
        return other == null || other.pagesPerSecond() == 0 ? null : pagesPerSecond() / other.pagesPerSecond();
    }
}
