package org.colophon.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.colophon.item.UnavailableException;
import org.colophon.port.Ledger;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsTheMiddleOne() {
        assertThat(Median.of(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
        assertThat(Median.of(List.of(1.0, 9.0, 5.0, 2.0))).isEqualTo(3.5);
        assertThat(Median.of(List.of())).isNaN();
    }

    @Test
    void aClockThatGoesBackCostsNothing() {
        Usage later = new Usage(5, 60, 7);
        Usage before = new Usage(6, 50, 7);
        assertThat(later.since(before)).isEqualTo(new Usage(0, 10, 0));
    }

    @Test
    void aLedgerWithoutTwinsAsksForThemAllTheSame() {
        List<String> asked = new ArrayList<>();
        Ledger full = ledger((proxy, method, arguments) -> {
            asked.add(method.getName());
            throw new UnavailableException("database", "away", null);
        });
        Ledger blind = NoTwins.in(full);
        assertThatThrownBy(() -> blind.archivedWith("x")).isInstanceOf(UnavailableException.class);
        assertThatThrownBy(blind::openPages).isInstanceOf(UnavailableException.class);
        assertThat(asked).containsExactly("archivedWith", "openPages");
    }

    @Test
    void aLedgerWithoutTwinsFindsNone() {
        Ledger blind = NoTwins.in(ledger((proxy, method, arguments) -> Optional.of("a twin")));
        assertThat(blind.archivedWith("x")).isEqualTo(Optional.empty());
        assertThat(blind.underWayWith("x")).isEqualTo(Optional.empty());
    }

    private static Ledger ledger(InvocationHandler answers) {
        return (Ledger) Proxy.newProxyInstance(Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, answers);
    }
}
