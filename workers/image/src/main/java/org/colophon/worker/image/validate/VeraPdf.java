package org.colophon.worker.image.validate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.processor.reports.enums.JobEndStatus;

/** One run of veraPDF over a file, by the rules of the part of PDF/A that it claims. */
final class VeraPdf implements Callable<List<String>> {
    private static final int MOST_RULES = 5;
    /** It remarks on every odd object; held here, since loggers that nobody holds are forgotten. */
    private static final Logger REMARKS = Logger.getLogger("org.verapdf");

    static {
        REMARKS.setLevel(Level.OFF);
    }

    private final File file;
    private volatile boolean cancelled;
    private volatile PDFAValidator validator;

    VeraPdf(Path file) {
        this.file = file.toFile();
    }

    /** The first rules that are broken, by clause and test number; empty when none is. */
    @Override
    public List<String> call() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file)) {
            PDFAFlavour flavour = parser.getFlavour();
            if (flavour == PDFAFlavour.NO_FLAVOUR) {
                throw new IOException("there is no such part of PDF/A");
            }
            validator = Foundries.defaultInstance().createValidator(flavour, false);
            if (cancelled) {
                return List.of();
            }
            Set<String> broken = new LinkedHashSet<>();
            for (TestAssertion assertion : validator.validate(parser).getTestAssertions()) {
                broken.add("rule " + assertion.getRuleId().getClause() + "-"
                        + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage());
            }
            return broken.stream().limit(MOST_RULES).toList();
        }
    }

    /** Has it stop where it next can. */
    void cancel() {
        cancelled = true;
        PDFAValidator running = validator;
        if (running != null) {
            running.cancelValidation(JobEndStatus.TIMEOUT);
        }
    }
}
