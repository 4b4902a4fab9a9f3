package org.colophon.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import org.colophon.item.SourcePath;
import org.colophon.port.Ledger;

/**
 * A ledger that never finds the same scans again, so that they can be taken in once a pass. The ledger behind it looks for
 * them all the same, since that is a part of what an item costs. All else it leaves to that ledger, as it is; so it is a
 * proxy, which needs no line for each question.
 */
final class NoTwins {
    private static final Set<Method> ASK_FOR_TWINS = Set.of(
            question("archivedWith", String.class),
            question("underWayWith", String.class),
            question("archivedFrom", SourcePath.class));

    private NoTwins() {}

    private static Method question(String name, Class<?> of) {
        try {
            return Ledger.class.getMethod(name, of);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("the ledger no longer answers " + name, e);
        }
    }

    static Ledger in(Ledger ledger) {
        return (Ledger) Proxy.newProxyInstance(
                Ledger.class.getClassLoader(), new Class<?>[] {Ledger.class}, (proxy, method, arguments) -> {
                    try {
                        Object answer = method.invoke(ledger, arguments);
                        return ASK_FOR_TWINS.contains(method) ? Optional.empty() : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
