package org.colophon.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.colophon.item.Note;
import org.colophon.port.Sources.Found;
import org.colophon.port.Workers;
import org.colophon.port.Workers.WorkerReply;
import org.colophon.port.Workspace;
import org.colophon.worker.protocol.Result.Inspection;

/** Has a worker look at the structure of every master: is it whole, and how many pages has it. */
final class Inspecting {
    private final Workers workers;
    private final Workspace workspace;

    Inspecting(Workers workers, Workspace workspace) {
        this.workers = workers;
        this.workspace = workspace;
    }

    /** How it went. */
    sealed interface Outcome {
        /** Every master was inspected. */
        record All(Map<Found, Inspection> inspections) implements Outcome {}

        /** A worker died or failed over one. */
        record Failed(String sentence) implements Outcome {}
    }

    /** Inspects what was not inspected since the object last changed. */
    Outcome inspect(Candidate candidate, List<CopyIn.Copied> masters) {
        Map<Found, Inspection> known = new HashMap<>(candidate.inspections());
        for (CopyIn.Copied master : masters) {
            if (known.containsKey(master.found())) {
                continue;
            }
            String name = master.found().name();
            WorkerReply<Inspection> reply =
                    workers.inspect(workspace.fetch(candidate.id(), master.fixity()), FileNames.extension(name));
            if (reply instanceof WorkerReply.Failed<Inspection> failed) {
                candidate.inspected(known);
                workspace.requireRoom(failed.detail());
                return new Outcome.Failed(
                        Note.oneLine(name) + " could not be checked: " + Note.oneLine(failed.detail()));
            }
            known.put(master.found(), answer(reply));
        }
        candidate.inspected(known);
        return new Outcome.All(Map.copyOf(known));
    }

    private static Inspection answer(WorkerReply<Inspection> reply) {
        if (reply instanceof WorkerReply.Done<Inspection> done) {
            return done.result();
        }
        // One page there is in any case, for examination to refuse by name.
        return new Inspection(false, 1, ((WorkerReply.Refused<Inspection>) reply).reason());
    }

    /** A sentence a master that does not seem whole. */
    static List<String> doubts(Map<Found, Inspection> inspections, List<CopyIn.Copied> masters) {
        List<String> doubts = new ArrayList<>();
        for (CopyIn.Copied master : masters) {
            Inspection inspection = inspections.get(master.found());
            if (!inspection.whole()) {
                doubts.add(Note.oneLine(master.found().name()) + " does not seem whole yet: "
                        + Note.oneLine(String.valueOf(inspection.problem())));
            }
        }
        return doubts;
    }
}
