package org.colophon.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.colophon.adapter.ledger.NewerLedgerException;
import org.colophon.adapter.ledger.OlderLedgerException;
import org.colophon.app.Distribution;
import org.colophon.app.StartRefusedException;
import org.colophon.app.settings.ConfigException;
import org.colophon.item.ColophonException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;

/** All commands, and what their ends mean to a shell. */
public final class CommandLines {
    /** All was done. */
    public static final int GOOD = 0;
    /** It failed. */
    public static final int FAILED = 1;
    /** Wrong use, unusable configuration, or the home is in use. */
    public static final int WRONG_USE = 2;
    /** Done, but some objects were rejected or set aside. */
    public static final int SOME_NOT_DEPOSITED = 3;

    private CommandLines() {}

    /** Runs one command. */
    public static int execute(String... arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.setOut(out);
        System.setErr(err);
        return new CommandLine(new Root())
                .setOut(new PrintWriter(out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(err, true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((thrown, line, parsed) -> told(thrown, line))
                .execute(arguments);
    }

    private static int told(Exception thrown, CommandLine line) {
        PrintWriter err = line.getErr();
        if (thrown instanceof ColophonException) {
            err.println("colophon: " + thrown.getMessage());
            boolean refused = thrown instanceof StartRefusedException
                    || thrown instanceof ConfigException
                    || thrown instanceof NewerLedgerException
                    || thrown instanceof OlderLedgerException;
            return refused ? WRONG_USE : FAILED;
        }
        if (thrown instanceof ParameterException wrong) {
            err.println("colophon: " + wrong.getMessage());
            return WRONG_USE;
        }
        err.println("colophon: something went wrong that should not; please report this:");
        thrown.printStackTrace(err);
        return FAILED;
    }

    @Command(
            name = "colophon",
            mixinStandardHelpOptions = true,
            versionProvider = Version.class,
            description = "Takes scans from a watch folder and makes preserved, readable items of them.",
            footer = "%nEach command has its own --help.",
            subcommands = {
                RunCommand.class,
                DemoCommand.class,
                IngestCommand.class,
                CheckCommand.class,
                ListCommand.class,
                ShowCommand.class,
                ExportCommand.class,
                RetryCommand.class,
                RejectCommand.class,
                RecognizeCommand.class,
                DescribeCommand.class,
                DoctorCommand.class,
                BenchCommand.class,
            })
    static final class Root implements Runnable {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec spec;

        @Override
        public void run() {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Colophon " + Distribution.version()};
        }
    }
}
