package org.colophon.examine.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Finding.Level;
import org.colophon.worker.protocol.Result.Examination;

/** Holds one page against a profile. */
public final class Judge {
    private final Profile profile;

    public Judge(Profile profile) {
        this.profile = profile;
    }

    /**
     * The verdict of a profile.
     *
     * @param examination the worker's, with the findings of the profile, each with the weight the profile gives it
     * @param broken rules of the profile that the page does not keep
     * @param detail of the event: what was judged, and what could not be
     */
    public record Judgement(Examination examination, List<String> broken, String detail) {
        public Judgement {
            broken = List.copyOf(broken);
        }
    }

    /** Judges what a worker found. */
    public Judgement judge(Examination found, String name, Optional<PhysicalSize> size) {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : found.findings()) {
            weighed(finding).ifPresent(findings::add);
        }
        List<Finding> broken = broken(new Subject(found.identification(), found.facts(), name, size));
        findings.addAll(broken);
        for (Finding finding : PageChecks.of(found.measures())) {
            weighed(finding).ifPresent(findings::add);
        }
        findings.sort(Comparator.comparing(Finding::level));
        Examination judged = new Examination(
                found.identification(), found.facts(), findings, found.checks(), found.derived(), found.measures());
        List<Finding> others =
                findings.stream().filter(finding -> !broken.contains(finding)).toList();
        return new Judgement(judged, broken.stream().map(Finding::rule).toList(), detail(found, broken, others));
    }

    /** A finding with the weight that the profile gives it; empty when it is not to be told. */
    public Optional<Finding> weighed(Finding finding) {
        return Profile.decides(finding.rule())
                ? profile.level(finding.rule()).map(level -> new Finding(finding.rule(), level, finding.text()))
                : Optional.of(finding);
    }

    private List<Finding> broken(Subject page) {
        List<Finding> broken = new ArrayList<>();
        for (Rule rule : profile.rules()) {
            rule.broken(page, profile.name())
                    .ifPresent(one -> broken.add(new Finding(rule.key(), one.level(), one.text())));
        }
        return broken;
    }

    private String detail(Examination found, List<Finding> broken, List<Finding> others) {
        StringBuilder detail = new StringBuilder("quality profile " + profile.name() + ": ");
        if (found.facts() == null && !profile.rules().isEmpty()) {
            detail.append("could not be judged, since the page cannot be measured");
        } else if (broken.isEmpty()) {
            detail.append("kept");
        } else {
            detail.append("not kept: ");
            detail.append(String.join("; ", broken.stream().map(Finding::text).toList()));
        }
        if (!others.isEmpty()) {
            detail.append("; found: ")
                    .append(String.join(
                            "; ",
                            others.stream()
                                    .map(finding -> finding.rule() + ": " + finding.text())
                                    .toList()));
        }
        if (!profile.notJudged().isEmpty()) {
            detail.append("; not judged: ").append(String.join(", ", profile.notJudged()));
        }
        return detail.toString();
    }

    /** The profile. */
    public Profile profile() {
        return profile;
    }

    /** Whether any of these refuses the page. */
    public static boolean refuses(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> finding.level() == Level.REJECT);
    }
}
