package org.colophon.worker.image;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.colophon.worker.image.layout.Flaw;
import org.colophon.worker.protocol.Check;
import org.colophon.worker.protocol.Check.Outcome;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Identification;
import org.colophon.worker.protocol.ImageFacts;
import org.colophon.worker.protocol.Measures;
import org.colophon.worker.protocol.Result;

/** What is gathered about one page while it is examined. Every text goes through {@link Plain}. */
public final class Report {
    /** Agent of the checks that are this worker's own. */
    public static final String OWN = "Colophon image worker";

    private static final String VALIDATION = "validation";

    private final List<Finding> findings = new ArrayList<>();
    private final List<Check> checks = new ArrayList<>();
    private final List<Derived> derived = new ArrayList<>();
    private Identification identification;
    private ImageFacts facts;
    private Measures measures;

    /** What the file is. */
    public void identified(Identification known) {
        identification = known;
    }

    /** What the page measures. */
    public void measured(ImageFacts known) {
        facts = known;
    }

    /** What was measured on its pixels. */
    public void measured(Measures known) {
        measures = known;
    }

    /** The facts so far, or null. */
    public ImageFacts facts() {
        return facts;
    }

    /** The page is refused. */
    public void reject(String rule, String text) {
        add(rule, Level.REJECT, text);
    }

    /** The page is refused for a flaw of its structure. */
    public void reject(Flaw flaw) {
        reject(flaw.rule(), flaw.text());
    }

    /** Someone should look at the page. */
    public void warn(String rule, String text) {
        add(rule, Level.WARN, text);
    }

    /** Worth knowing. */
    public void note(String rule, String text) {
        add(rule, Level.NOTE, text);
    }

    private void add(String rule, Level level, String text) {
        Finding finding = new Finding(rule, level, Plain.line(text, rule));
        if (!findings.contains(finding)) {
            findings.add(finding);
        }
    }

    /** A tool said what the file is. */
    public void identification(Outcome outcome, String detail, String agent, String version) {
        check("format identification", outcome, detail, agent, version);
    }

    /** A tool judged the file. */
    public void validation(Outcome outcome, String detail, String agent, String version) {
        check(VALIDATION, outcome, detail, agent, version);
    }

    /** This worker judged the file itself. */
    public void ownValidation(Outcome outcome, String detail) {
        check(VALIDATION, outcome, detail, OWN, Versions.of("worker"));
    }

    /** The technical metadata were read. */
    public void extraction(Outcome outcome, String detail) {
        check("metadata extraction", outcome, detail, OWN, Versions.of("worker"));
    }

    private void check(String type, Outcome outcome, String detail, String agent, String version) {
        checks.add(new Check(type, outcome, Plain.line(detail, "-"), agent, Plain.line(version, "unknown")));
    }

    /** A file was written into the outputs folder. */
    public void wrote(Derived file) {
        derived.add(file);
    }

    /** Whether anything found so far refuses the page. */
    public boolean refused() {
        return findings.stream().anyMatch(finding -> finding.level() == Level.REJECT);
    }

    /** All of it, the gravest findings first. */
    Result.Examination examination() {
        List<Finding> sorted =
                findings.stream().sorted(Comparator.comparing(Finding::level)).toList();
        return new Result.Examination(identification, facts, sorted, checks, derived, measures);
    }
}
