package org.colophon.wholeway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands in the way of a start is one clear message and exit code 2. */
class StartIT {
    @TempDir
    Path folder;

    private Program.Ended refused(String... arguments) {
        Program.Ended ended = new Program(folder.resolve("home")).run(arguments);
        assertThat(ended.err()).startsWith("colophon: ").doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(ended.code()).isEqualTo(2);
        return ended;
    }

    @Test
    void anUnknownKeyIsNamedWithTheOneThatWasMeant() {
        assertThat(refused("run", "--set", "web.prot=1").err()).contains("did you mean web.port?");
    }

    @Test
    void aBadValueIsNamedWithAGoodOne() {
        assertThat(refused("run", "--set", "inbox.quiet=soon").err()).contains("a time such as 10s");
    }

    @Test
    void aTakenPortIsSaidSo() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(refused("run", "--set", "web.port=" + port).err()).contains("port " + port);
        }
    }

    @Test
    void aBindBeyondLoopbackAsksWhoMayRead() {
        assertThat(refused("run", "--set", "web.address=0.0.0.0", "--set", "web.port=0")
                        .err())
                .contains("publish.access");
    }

    @Test
    void aPartOfTheWorkIsRefusedWhereTheRestCannotBeReached() {
        assertThat(refused("run", "--roles", "recognize").err()).contains("ledger.url, broker.url, store.endpoint");
    }

    @Test
    void aRoleThatIsNotBuiltYetIsSaidSo() {
        assertThat(refused("run", "--roles", "intake,custody").err()).contains("custody is not built yet");
    }

    @Test
    void aHomeThatIsAFileIsSaidSo() throws IOException {
        Files.writeString(folder.resolve("home"), "a file");
        assertThat(refused("run").err()).contains("--home");
    }

    @Test
    void aCommandWithoutAHomeSaysHowToBeginOne() {
        assertThat(refused("list").err()).contains("colophon run --home");
    }

    @Test
    void theDoctorFindsAFreshMachineFit() {
        Program.Ended ended = new Program(folder.resolve("home"), "--set", "inbox.reserve=1m").run("doctor");
        assertThat(ended.out())
                .contains("put, read back and deleted an object")
                .contains("start and answer")
                .contains("off (virus.clamd)");
        assertThat(ended.code()).as(ended.out()).isZero();
    }
}
