package org.colophon.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.colophon.app.Home;
import org.colophon.app.Role;
import org.colophon.app.Roles;
import org.colophon.app.Service;
import org.colophon.app.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The service. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        description = "The service: watches the inboxes, works, serves the reading room. Ctrl-C ends it.")
final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HomeOptions options;

    @Option(
            names = "--roles",
            paramLabel = "ROLE,...",
            description = "What this machine does, where many share the work: intake, examine, recognize, preserve,"
                    + " publish, web (default: all of it).")
    private String roles;

    @Override
    public Integer call() {
        Home home = options.home();
        Roles mine = roles == null ? Roles.all() : Roles.of(roles);
        return serve(home, options.settings(home), mine, spec.commandLine().getOut(), "");
    }

    /**
     * Runs the service until it is told to end.
     *
     * @param also another line to print when it is ready; may be empty
     */
    static int serve(Home home, Settings settings, Roles roles, PrintWriter out, String also) {
        Stopping stopping = new Stopping();
        try (Service service = Service.start(home, settings, roles, line -> out.println(Plain.line(line)))) {
            stopping.started();
            String address = roles.has(Role.WEB) ? service.serve() : null;
            service.work();
            if (roles.has(Role.INTAKE)) {
                service.watch();
                String inboxes = service.inboxes().stream().map(Path::toString).collect(Collectors.joining(", "));
                out.println("Ready. Drop folders of scans into " + inboxes);
            } else {
                out.println("Ready. This machine does: " + roles);
            }
            out.println((address == null ? "" : "Read at " + address + "/  ") + "(Ctrl-C ends)");
            if (!also.isEmpty()) {
                out.println(also);
            }
            stopping.await();
            out.println("Stopping; what is under way is taken up at the next start.");
        } finally {
            stopping.closed();
        }
        return CommandLines.GOOD;
    }
}
