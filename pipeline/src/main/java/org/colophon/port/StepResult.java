package org.colophon.port;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.colophon.item.Fixity;
import org.colophon.item.Verdict;
import org.colophon.worker.protocol.Derived;
import org.colophon.worker.protocol.Finding;
import org.colophon.worker.protocol.Result;
import org.colophon.worker.protocol.Terms;

/** What a step gave: kept in the ledger as JSON, under (item, page, step, round). */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "step")
@JsonSubTypes({
    @JsonSubTypes.Type(value = StepResult.Examined.class, name = "examine"),
    @JsonSubTypes.Type(value = StepResult.Compared.class, name = "compare"),
    @JsonSubTypes.Type(value = StepResult.Recognized.class, name = "recognize"),
    @JsonSubTypes.Type(value = StepResult.Deposited.class, name = "preserve"),
    @JsonSubTypes.Type(value = StepResult.Settled.class, name = "settle"),
    @JsonSubTypes.Type(value = StepResult.Published.class, name = "publish"),
})
public sealed interface StepResult {

    /**
     * A page was judged.
     *
     * @param examination what was found, each finding with the weight that the profile gives it
     * @param derived files kept in the workspace
     * @param standard what the page was held against
     */
    record Examined(Verdict verdict, Result.Examination examination, List<Kept> derived, Standard standard)
            implements StepResult {
        public Examined {
            derived = List.copyOf(derived);
            // Releases without quality profiles stored none.
            standard = standard == null ? Standard.NONE : standard;
        }

        /** Of a page that was held against no profile. */
        public Examined(Verdict verdict, Result.Examination examination, List<Kept> derived) {
            this(verdict, examination, derived, Standard.NONE);
        }
    }

    /**
     * What a page was held against.
     *
     * @param profile name of the quality profile; null for none
     * @param notJudged what that asks for and nobody can judge from the scan alone
     * @param terms what the page's worker was told
     */
    record Standard(String profile, List<String> notJudged, Terms terms) {
        static final Standard NONE = new Standard(null, List.of(), Terms.USUAL);

        public Standard {
            notJudged = List.copyOf(notJudged);
        }
    }

    /**
     * The pages of an item were compared.
     *
     * @param findings by page number
     */
    record Compared(Map<Integer, List<Finding>> findings) implements StepResult {
        public Compared {
            findings = Collections.unmodifiableMap(new TreeMap<>(findings));
        }

        /** What was found of a page. */
        public List<Finding> of(int page) {
            return findings.getOrDefault(page, List.of());
        }

        /** Pages that are refused for it. */
        public List<Integer> refused() {
            return findings.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().stream().anyMatch(finding -> finding.level() == Finding.Level.REJECT))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }

    /** A derivative, by its place in the workspace. */
    record Kept(Derived derived, Fixity fixity) {}

    /**
     * A page was read, or could not be.
     *
     * @param text the page text as JSON, by its place in the workspace; null when there is none
     * @param characters characters read, without spaces
     * @param confidence 0 to 100, or null
     * @param models models used
     * @param problem why there is no text, or what was missing, in plain words; null when all went well
     */
    record Recognized(Fixity text, int characters, Integer confidence, List<String> models, String problem)
            implements StepResult {
        public Recognized {
            models = List.copyOf(models);
        }
    }

    /**
     * A version of the package lies in the archive and was read back.
     *
     * @param version from 1
     * @param inventoryDigest SHA-512 of its inventory
     * @param objectRoot where the object lies, inside the bucket
     */
    record Deposited(int version, String inventoryDigest, String objectRoot) implements StepResult {}

    /**
     * The technician's folder was settled.
     *
     * @param place where it lies now, or null when it stayed
     * @param problem why it stayed, in plain words; null when all went well
     */
    record Settled(String place, String problem) implements StepResult {}

    /** Whoever may read it can. */
    record Published(boolean held) implements StepResult {}
}
