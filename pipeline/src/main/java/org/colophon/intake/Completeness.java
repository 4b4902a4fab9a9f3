package org.colophon.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.colophon.port.Sources;
import org.colophon.port.Sources.Found;
import org.colophon.port.Sources.Survey;

/** Whether an object seems whole, by what a look can tell without reading scans. */
final class Completeness {
    /** A checksum file is read before anything else is; more than this is none. */
    static final int LARGEST_LIST = 64 << 20;

    private final Sources sources;
    private final IntakeConfig config;

    Completeness(Sources sources, IntakeConfig config) {
        this.sources = sources;
        this.config = config;
    }

    /** Why an object may be read in, or why not yet. */
    sealed interface Trust {
        /** Somebody said that it is complete: by the marker, or by naming it on the command line. */
        record Said(boolean marker) implements Trust {}

        /** A checksum file lists all that lies here: whole as soon as the digests agree. */
        record Listed() implements Trust {}

        /** Nothing changed for the quiet time, over enough looks. */
        record Quiet() implements Trust {}

        /**
         * Not yet.
         *
         * @param reason that stays the same while the seconds go by, for the ledger
         */
        record NotYet(String reason) implements Trust {}
    }

    Trust judge(Candidate candidate) {
        Survey survey = candidate.survey();
        if (candidate.byCommand()) {
            return new Trust.Said(false);
        }
        if (survey.ready()) {
            return new Trust.Said(true);
        }
        if (candidate.isQuiet()) {
            return new Trust.Quiet();
        }
        // Two looks that agree keep a growing object from being hashed at each of them.
        if (candidate.looks() >= 2 && listsEverything(survey)) {
            return new Trust.Listed();
        }
        Duration quiet = config.quiet(survey.kind());
        return new Trust.NotYet("it must stay unchanged for " + quiet.toSeconds() + " s to count as complete");
    }

    private boolean listsEverything(Survey survey) {
        List<ChecksumFile> lists = new ArrayList<>();
        for (Found file : survey.files()) {
            if (ChecksumFile.algorithm(file.name()).isPresent()) {
                try (InputStream bytes = sources.open(file.path())) {
                    lists.add(ChecksumFile.read(file.name(), bytes.readNBytes(LARGEST_LIST)));
                } catch (IOException e) {
                    // Not readable yet; the quiet time decides, and the copy says what is wrong.
                    return false;
                }
            }
        }
        return survey.inMotion().isEmpty() && new Checksums(lists, survey.files()).listEverything();
    }
}
