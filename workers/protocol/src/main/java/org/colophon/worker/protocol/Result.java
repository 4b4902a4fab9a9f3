package org.colophon.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/** What a call gave. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Result.Inspection.class, name = "inspection"),
    @JsonSubTypes.Type(value = Result.Examination.class, name = "examination"),
    @JsonSubTypes.Type(value = Result.Orientation.class, name = "orientation"),
    @JsonSubTypes.Type(value = Result.Recognition.class, name = "recognition"),
})
public sealed interface Result {

    /**
     * Structure of a file.
     *
     * @param whole false when the file seems cut off or still growing
     * @param pages pages in it; at least 1, so that a file without a readable page still has one to be refused
     * @param problem a sentence when it is not whole, else null
     */
    record Inspection(boolean whole, int pages, String problem) implements Result {}

    /**
     * What was found out about a page.
     *
     * @param identification what the file is; null only when it could not even be opened
     * @param facts technical metadata; null when the page cannot be read
     * @param findings in order of importance; one with level {@link Finding.Level#REJECT} refuses the page
     * @param checks what was done, with which tool, and how it ended: become PREMIS events
     * @param derived files written into the outputs folder
     * @param measures of its pixels; null when the page was not decoded
     */
    record Examination(
            Identification identification,
            ImageFacts facts,
            List<Finding> findings,
            List<Check> checks,
            List<Derived> derived,
            Measures measures)
            implements Result {
        public Examination {
            findings = List.copyOf(findings);
            checks = List.copyOf(checks);
            derived = List.copyOf(derived);
        }

        /** Whether any finding refuses the page. */
        public boolean refused() {
            return findings.stream().anyMatch(finding -> finding.level() == Finding.Level.REJECT);
        }
    }

    /**
     * Which way up a page is.
     *
     * @param turn degrees clockwise by which it must be turned to be upright: 0, 90, 180 or 270
     * @param confidence of the engine, from 0 without an upper limit; null when it could not tell
     * @param version of the engine
     */
    record Orientation(int turn, Double confidence, String version) implements Result {}

    /** The recognized text of one page. */
    record Recognition(PageText text) implements Result {}
}
