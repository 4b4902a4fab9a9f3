package org.colophon.worker.protocol;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** What a worker can be asked for. Paths are workspace paths, never names from outside. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "task")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Request.Inspect.class, name = "inspect"),
    @JsonSubTypes.Type(value = Request.Examine.class, name = "examine"),
    @JsonSubTypes.Type(value = Request.Orient.class, name = "orient"),
    @JsonSubTypes.Type(value = Request.Recognize.class, name = "recognize"),
})
public sealed interface Request {

    /**
     * Is this file structurally whole, and how many pages does it hold? Cheap: headers and structure, no decode.
     * Answered by {@link Result.Inspection}.
     *
     * @param file path of the file
     * @param extension lower-case extension of its name as dropped, without the dot; may be empty
     */
    record Inspect(String file, String extension) implements Request {}

    /**
     * Identify, check, measure and derive one page. Answered by {@link Result.Examination}.
     *
     * @param file path of the master
     * @param index which page of the file, from 0
     * @param extension lower-case extension of its name as dropped, without the dot; may be empty
     * @param outputs an existing empty folder for the derivatives
     * @param terms what may be looked at, and how
     */
    record Examine(String file, int index, String extension, String outputs, Terms terms) implements Request {}

    /**
     * Which way up is this page? Answered by {@link Result.Orientation}.
     *
     * @param image path of an image file: the master, or the page image taken out of a PDF
     * @param index which page of that file, from 0
     * @param orientation TIFF/Exif orientation of the page, 1 to 8: the answer is meant from there
     */
    record Orient(String image, int index, int orientation) implements Request {}

    /**
     * Recognize the text of one page. Answered by {@link Result.Recognition}.
     *
     * @param image path of an image file: the master, or the page image taken out of a PDF
     * @param index which page of that file, from 0
     * @param orientation TIFF/Exif orientation of the page, 1 to 8 (TIFF 6.0 §8, tag 274): how to turn the stored
     *     raster to read it
     * @param dpi resolution to assume, dots per inch; 0 when unknown
     * @param languages models by their Tesseract names, in order of preference, at least one
     * @param steps what may be done for the page besides reading it
     */
    record Recognize(String image, int index, int orientation, int dpi, List<String> languages, Set<ReadingStep> steps)
            implements Request {
        public Recognize {
            languages = List.copyOf(languages);
            // In the order of the steps, so that what is recorded does not change from run to run
            steps = Collections.unmodifiableSet(
                    steps.isEmpty() ? EnumSet.noneOf(ReadingStep.class) : EnumSet.copyOf(steps));
        }
    }
}
