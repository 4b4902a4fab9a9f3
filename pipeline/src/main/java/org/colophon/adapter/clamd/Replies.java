package org.colophon.adapter.clamd;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colophon.item.Agent;
import org.colophon.port.VirusScanner.Outcome;

/** Reads what clamd replies. */
final class Replies {
    private static final Pattern VERSION = Pattern.compile("ClamAV ([^/\\s]+)(?:/(\\d+)(?:/(.+))?)?");
    private static final Pattern FOUND = Pattern.compile("[^:]*: (.+) FOUND");
    /** Not found but given up, with clamd's {@code AlertExceedsMax}. */
    private static final String LIMIT = "Heuristics.Limits.Exceeded";

    private Replies() {}

    /** Of {@code zVERSION}, such as {@code ClamAV 1.4.3/27821/Tue Nov 24 09:18:13 2026}. */
    static Agent version(String reply) throws IOException {
        Matcher form = VERSION.matcher(reply.strip());
        if (!form.matches()) {
            throw new IOException("\"" + reply.strip() + "\" is no version of ClamAV");
        }
        String version = form.group(1);
        if (form.group(2) != null) {
            version += ", signatures " + form.group(2);
        }
        if (form.group(3) != null) {
            version += " of " + form.group(3);
        }
        return Agent.software("ClamAV", version);
    }

    /** Of {@code zINSTREAM}. */
    static Outcome verdict(String reply) throws IOException {
        String text = reply.strip();
        if (text.endsWith(": OK")) {
            return new Outcome.Clean();
        }
        Matcher found = FOUND.matcher(text);
        if (found.matches()) {
            String name = found.group(1);
            return name.startsWith(LIMIT)
                    ? new Outcome.NotChecked("past a limit of clamd: " + name)
                    : new Outcome.Infected(name);
        }
        if (text.startsWith("INSTREAM size limit exceeded")) {
            return new Outcome.NotChecked("larger than clamd's StreamMaxLength");
        }
        throw new IOException("it said \"" + text + "\"");
    }
}
