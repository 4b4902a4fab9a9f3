package org.colophon.adapter.queue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * A real Artemis in a process of its own: one TCP port on loopback, its journal on disk. It may be killed and started
 * again.
 */
public final class BrokerServer implements AutoCloseable {
    /**
     * No artifact repository has a release that is new enough, so the server that comes with the embedded broker is told
     * to call itself one; nothing else about it is changed.
     */
    public static final String NEW_ENOUGH = "2.57.0";

    private static final String READY = "broker ready";

    private final Path folder;
    private final int port;
    private final String version;
    private Process process;

    /**
     * @param folder for its journal
     * @param version what it calls itself; null for what it is
     */
    public BrokerServer(Path folder, String version) {
        this.folder = folder;
        this.version = version;
        this.port = freePort();
    }

    /** Where clients find it. */
    public String url() {
        return "tcp://127.0.0.1:" + port;
    }

    /** Starts it and waits until it takes connections. */
    public void start() throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m"));
        if (version != null) {
            command.add("-Dactivemq.version.property.filename=" + named());
        }
        command.addAll(List.of(
                "-cp",
                folder + System.getProperty("path.separator") + System.getProperty("java.class.path"),
                Main.class.getName(),
                folder.resolve("journal").toString(),
                String.valueOf(port)));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        // Not closed: the server would be told by a broken pipe.
        BufferedReader lines = process.inputReader();
        for (String line = lines.readLine(); !READY.equals(line); line = lines.readLine()) {
            if (line == null) {
                throw new IOException("the broker did not start");
            }
        }
    }

    /** A copy of the server's version file with another name in it, found on its class path. */
    private String named() throws IOException {
        String name = "named-version.properties";
        try (var in = ConfigurationImpl.class.getClassLoader().getResourceAsStream("activemq-version.properties")) {
            String text = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            Files.writeString(
                    Files.createDirectories(folder).resolve(name),
                    text.replaceAll("(versionName|versionTag)=.*", "$1=" + version));
        }
        return name;
    }

    /** Kills it, as a crash of its machine would. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        if (process != null) {
            kill();
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The server's own process. */
    static final class Main {
        private Main() {}

        /** @param arguments folder of the journal, port */
        public static void main(String[] arguments) throws Exception {
            Path journal = Path.of(arguments[0]);
            Configuration configuration = new ConfigurationImpl()
                    .setPersistenceEnabled(true)
                    .setSecurityEnabled(false)
                    .setJournalDirectory(journal.resolve("journal").toString())
                    .setBindingsDirectory(journal.resolve("bindings").toString())
                    .setPagingDirectory(journal.resolve("paging").toString())
                    .setLargeMessagesDirectory(journal.resolve("large").toString())
                    .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + arguments[1]);
            EmbeddedActiveMQ server = new EmbeddedActiveMQ();
            server.setConfiguration(configuration);
            server.start();
            System.out.println(READY);
            System.out.flush();
            // Gone when the tests are gone.
            ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().join());
            server.stop();
        }
    }
}
