package org.colophon.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.colophon.bench.BenchReport;
import org.colophon.bench.BenchReport.Figures;
import org.colophon.bench.BenchReport.OnePageItem;
import org.colophon.bench.BenchReport.PartCost;
import org.colophon.bench.BenchReport.Pass;

/** A bench's report for people. */
final class BenchText {
    private final BenchReport report;
    private final PrintWriter out;

    BenchText(BenchReport report, PrintWriter out) {
        this.report = report;
        this.out = out;
    }

    void print() {
        out.println("Colophon " + report.version() + ", Java " + report.java() + ", " + report.cores()
                + " cores, home on "
                + report.fileSystem() + ", "
                + report.recognitionWorkers() + " recognition workers, models " + String.join("+", report.models())
                + (report.tesseractVersion() == null ? "" : ", beside " + report.tesseractVersion()));
        out.println(report.objects() + " object(s), " + report.pages() + " pages; the last pass counts");
        out.println();
        passes();
        out.println();
        cost(report.last());
        out.println();
        parts(report.last());
        items();
        report.notes().forEach(note -> out.println("Note: " + Plain.line(note)));
    }

    private void passes() {
        Table table = new Table("pass", "", "pages/s", "x tesseract", "seconds", "CPU s", "CPU s/page", "peak MB");
        int n = 0;
        for (Pass pass : report.passes()) {
            n++;
            row(table, n + "", "whole way", pass.wholeWay(), pass.wholeWayTimesTesseract(), pass.peakResidentBytes());
            row(table, "", "recognition alone", pass.recognition(), pass.recognitionTimesTesseract(), null);
            if (pass.tesseract() != null) {
                row(table, "", "tesseract command", pass.tesseract(), null, null);
            }
        }
        table.print(out);
    }

    private static void row(Table table, String pass, String name, Figures figures, Double times, Long peak) {
        table.row(
                pass,
                name,
                number("%.3f", figures.pagesPerSecond()),
                number("%.2f", times),
                number("%.1f", figures.seconds()),
                number("%.1f", figures.cpuSeconds()),
                number("%.3f", figures.cpuSecondsPerPage()),
                peak == null ? "" : String.valueOf(peak / 1_000_000));
    }

    private void cost(Pass pass) {
        if (pass.outsideCpuSecondsPerPage() == null) {
            return;
        }
        out.println("CPU seconds a page: whole way "
                + number("%.3f", pass.wholeWay().cpuSecondsPerPage())
                + ", of it recognition workers "
                + number("%.3f", pass.recognitionCpuSeconds() / pass.wholeWay().pages())
                + ", everything else " + number("%.3f", pass.outsideCpuSecondsPerPage()));
        out.println(
                "Memory: at most " + report.peakResidentBytes() / 1_000_000 + " MB resident, all processes together");
    }

    private void parts(Pass pass) {
        if (pass.parts().isEmpty()) {
            return;
        }
        Table table =
                new Table("where the whole way's CPU and bytes went", "CPU s", "ms/page", "MB read", "MB written");
        for (PartCost part : pass.parts()) {
            table.row(
                    part.words(),
                    number("%.2f", part.cpuSeconds()),
                    number("%.1f", part.cpuSeconds() * 1000 / pass.wholeWay().pages()),
                    megabytes(part.bytesRead()),
                    megabytes(part.bytesWritten()));
        }
        table.print(out);
        out.println("(bytes through read and write calls: files, pipes and connections, cached or not)");
        out.println();
    }

    private void items() {
        OnePageItem item = report.onePageItem();
        if (item == null) {
            return;
        }
        out.println("An item of one page, outside recognition: " + seconds(item));
        if (report.fullLedger() != null) {
            out.println("The same with " + report.fullLedger().ledgerItems() + " items more in the ledger: "
                    + seconds(report.fullLedger().onePageItem()) + "; "
                    + number("%.3f", report.fullLedger().timesAsLong()) + " times as long");
        }
    }

    private static String seconds(OnePageItem item) {
        return "median of " + item.items() + ": " + number("%.3f", item.medianSeconds())
                + " s from the first look at it until it was readable, "
                + number("%.3f", item.medianSecondsFromAdmission()) + " s of it since admission";
    }

    private static String megabytes(Long bytes) {
        return bytes == null ? "" : number("%.1f", bytes / 1e6);
    }

    private static String number(String format, Double figure) {
        return figure == null ? "" : String.format(Locale.ROOT, format, figure);
    }
}
