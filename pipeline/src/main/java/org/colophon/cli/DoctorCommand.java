package org.colophon.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.colophon.app.Doctor;
import org.colophon.app.Doctor.Diagnosis;
import org.colophon.app.Home;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Checks everything a service needs. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks configuration, disk, store, database, broker, workers, virus scanner and recognition languages.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Option(names = "--json", description = "As a JSON array.")
    private boolean json;

    @Override
    public Integer call() {
        Home home = options.home();
        List<Diagnosis> diagnoses = new Doctor(home, options.settings(home)).examine();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(ItemJson.text(diagnoses.stream().map(DoctorCommand::map).toList()));
        } else {
            for (Diagnosis diagnosis : diagnoses) {
                out.printf(
                        Locale.ROOT,
                        "%-8s %-13s %s%n",
                        diagnosis.grade().word(),
                        diagnosis.part(),
                        Plain.line(diagnosis.text()));
            }
        }
        boolean bad = diagnoses.stream().anyMatch(one -> one.grade() == Doctor.Grade.BAD);
        return bad ? CommandLines.FAILED : CommandLines.GOOD;
    }

    private static Map<String, Object> map(Diagnosis diagnosis) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("part", diagnosis.part());
        json.put("grade", diagnosis.grade().word());
        json.put("text", diagnosis.text());
        return json;
    }
}
