package org.colophon.port;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
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
     * @param profile name of the quality profile it was held against; null for pages examined by releases without any
     * @param terms what its worker was told; the usual ones for those
     */
    record Examined(Verdict verdict, Result.Examination examination, List<Kept> derived, String profile, Terms terms)
            implements StepResult {
        public Examined {
            derived = List.copyOf(derived);
            terms = terms == null ? Terms.USUAL : terms;
        }

        /** Of a page that was held against no profile. */
        public Examined(Verdict verdict, Result.Examination examination, List<Kept> derived) {
            this(verdict, examination, derived, null, Terms.USUAL);
        }
    }

    /**
     * The pages of an item were compared.
     *
     * @param findings by page number
     */
    record Compared(Map<Integer, List<Finding>> findings) implements StepResult {
        public Compared {
            findings = Map.copyOf(findings);
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
