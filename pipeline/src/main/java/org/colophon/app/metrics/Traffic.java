package org.colophon.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.concurrent.atomic.LongAdder;
import org.colophon.port.Archive;
import org.colophon.port.Workspace;

/** How many bytes came in and were deposited by this process. */
public final class Traffic implements MeterBinder {
    private final LongAdder takenIn = new LongAdder();
    private final LongAdder deposited = new LongAdder();

    /** The workspace, with what is copied in counted. */
    public Workspace counted(Workspace workspace) {
        return new CountedWorkspace(workspace, takenIn::add);
    }

    /** The archive, with what is put counted. */
    public Archive counted(Archive archive) {
        return new CountedArchive(archive, deposited::add);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder("colophon.taken.in", takenIn, LongAdder::sum)
                .baseUnit("bytes")
                .description("Bytes copied in from inboxes and command line, each time they were")
                .register(registry);
        FunctionCounter.builder("colophon.deposited", deposited, LongAdder::sum)
                .baseUnit("bytes")
                .description("Bytes of the files of versions that were put into the archive")
                .register(registry);
    }
}
