package org.colophon.settle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.colophon.intake.House;
import org.colophon.intake.Intake;
import org.colophon.intake.MarkedScans;
import org.colophon.item.ItemState;
import org.colophon.port.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders of the same scans, the first of which is deposited in the very moment the second is judged. */
class TwinRaceTest {
    @TempDir
    Path folder;

    private boolean asked;

    @Test
    void aTwinDepositedBetweenTwoQuestionsIsNotDepositedAgain() throws IOException {
        try (House house = new House(folder)) {
            Intake intake = new Intake(
                    depositingAfterTheFirstQuestion(house),
                    house.history,
                    house.workspace,
                    house.workers,
                    house.scanner,
                    house.sources,
                    house.woken::addAll,
                    List.of(house.collection),
                    house.config,
                    house.clock,
                    new Random(7));
            for (String name : List.of("first", "second")) {
                house.write(name + "/1.tif", MarkedScans.whole("same"));
                for (int looks = 0; looks < 20; looks++) {
                    intake.look();
                    house.clock.pass(Duration.ofSeconds(5));
                }
            }
            assertThat(asked).isTrue();
            assertThat(house.item("second").state()).isEqualTo(ItemState.DUPLICATE);
        }
    }

    /** The house's ledger; whoever was told the first thing of a twin finds the second changed. */
    private Ledger depositingAfterTheFirstQuestion(House house) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(house.ledger, arguments);
                        boolean ofTwins =
                                List.of("archivedWith", "underWayWith").contains(method.getName());
                        if (ofTwins && !asked && Files.exists(house.inbox.resolve("second"))) {
                            asked = true;
                            new Way(house).deposit(house.item("first"));
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
