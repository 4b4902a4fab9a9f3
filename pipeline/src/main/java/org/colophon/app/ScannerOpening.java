package org.colophon.app;

import org.colophon.adapter.clamd.Clamd;
import org.colophon.adapter.clamd.NoScanner;
import org.colophon.app.settings.Keys;
import org.colophon.app.settings.Settings;
import org.colophon.port.VirusScanner;

/** Finds the virus scanner the configuration names. */
final class ScannerOpening {
    private ScannerOpening() {}

    /** Whether there is to be one. */
    static boolean isOn(Settings settings) {
        return !settings.get(Keys.VIRUS_CLAMD).isEmpty();
    }

    /** It is not asked yet whether it answers. */
    static VirusScanner open(Settings settings) {
        return isOn(settings) ? new Clamd(settings.get(Keys.VIRUS_CLAMD)) : new NoScanner();
    }
}
