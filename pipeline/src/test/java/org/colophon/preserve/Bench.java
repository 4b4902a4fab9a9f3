package org.colophon.preserve;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.colophon.item.Step;
import org.colophon.item.Task;
import org.colophon.port.Archive;
import org.colophon.port.Ending;
import org.colophon.port.History;
import org.colophon.port.Lease;
import org.colophon.port.Ledger;
import org.colophon.port.StepResult;
import org.colophon.port.Workspace;

/** The step with what it needs around it: a ledger that remembers intents, a history that tells of one dossier. */
final class Bench {
    private final Workspace workspace;
    private final Map<String, String> intents = new HashMap<>();

    Bench(Workspace workspace) {
        this.workspace = workspace;
    }

    /** One attempt. */
    StepResult.Deposited preserve(Sample sample, Archive archive) {
        Clock clock = Clock.fixed(Sample.DAY.plusSeconds(60), ZoneOffset.UTC);
        Preserve step = new Preserve(
                history(sample.dossier()), ledger(), workspace, archive, List.of(), Sample.colophon(), clock);
        Ending ending = step.preserve(new Lease(Task.of(sample.id, Step.PRESERVE), 1, 1, 1, false));
        return (StepResult.Deposited) ((Ending.Done) ending).result();
    }

    private static History history(History.Dossier dossier) {
        return (History) Proxy.newProxyInstance(
                History.class.getClassLoader(), new Class<?>[] {History.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("dossier")) {
                        return dossier;
                    }
                    throw new UnsupportedOperationException(method.toString());
                });
    }

    private Ledger ledger() {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(),
                new Class<?>[] {Ledger.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "intend" -> intents.put(arguments[0] + " " + arguments[1], (String) arguments[2]);
                    case "intended" -> Optional.ofNullable(intents.get(arguments[0] + " " + arguments[1]));
                    default -> throw new UnsupportedOperationException(method.toString());
                });
    }
}
