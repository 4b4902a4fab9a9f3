package org.colophon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.colophon.app.settings.Layer;
import org.colophon.app.settings.Settings;
import org.colophon.item.Step;
import org.junit.jupiter.api.Test;

/** What a machine of many does. */
class RolesTest {
    private static final Path CLUSTER = Path.of("..", "config", "cluster.yml");

    @Test
    void settlingGoesWithIntakeForTheFoldersAreThere() {
        assertThat(Roles.of("intake, web").steps()).containsExactly(Step.SETTLE);
    }

    @Test
    void allRolesConsumeEveryQueue() {
        assertThat(Roles.all().steps()).containsExactlyInAnyOrder(Step.values());
        assertThat(Roles.of("web,publish,preserve,recognize,examine,intake").isAll())
                .isTrue();
    }

    @Test
    void anUnknownRoleIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> Roles.of("examine,settle"))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("\"settle\"; there are intake, examine, recognize, preserve, publish, web");
        assertThatThrownBy(() -> Roles.of("")).isInstanceOf(StartRefusedException.class);
    }

    @Test
    void custodyIsSaidToBeMissing() {
        assertThatThrownBy(() -> Roles.of("custody")).hasMessageContaining("not built yet");
    }

    @Test
    void aPartOfTheWorkNeedsAllThatIsSharedWithTheRest() {
        Settings alone = Settings.of(Path.of("home"), List.of());
        assertThatThrownBy(() -> Startup.checkRoles(Roles.of("examine"), alone))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("ledger.url, broker.url, store.endpoint");
        assertThatCode(() -> Startup.checkRoles(Roles.all(), alone)).doesNotThrowAnyException();
    }

    @Test
    void theShippedClusterFileNamesIt() {
        Settings shared = Settings.of(Path.of("home"), List.of(Layer.file(CLUSTER)));
        assertThatCode(() -> Startup.checkRoles(Roles.of("examine"), shared)).doesNotThrowAnyException();
    }

    @Test
    void filesInAFolderAreNoUseToOtherMachines() {
        Settings folder = Settings.of(
                Path.of("home"), List.of(Layer.file(CLUSTER), Layer.assignments(List.of("workspace.kind=folder"))));
        assertThatThrownBy(() -> Startup.checkRoles(Roles.of("examine"), folder))
                .hasMessageContaining("workspace.kind");
    }
}
