package org.colophon.preserve;

import io.ocfl.core.storage.cloud.CloudClient;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.colophon.adapter.ocfl.StoreUnreachableException;

/**
 * A store of which the n-th call that changes it goes wrong in one of four ways: between two changes there is nothing
 * that a stop could leave differently. Uploads are made one after the other.
 */
final class FaultyStore {
    /** How a call goes wrong. */
    enum Fault {
        /** The process is killed before the call: neither it nor any later one is made, and nobody clears up. */
        KILLED,
        /** The store does not answer, from this call on, and did nothing; the process lives and tries to clear up. */
        AWAY,
        /** The store does not answer this one call, and did nothing. */
        REFUSED,
        /** The store does what it was asked, but the answer is lost. */
        ANSWER_LOST
    }

    /** The end of a process, as far as it can be played: no handler for exceptions sees it. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final Set<String> WRITES = Set.of(
            "uploadFileAsync",
            "uploadFile",
            "uploadBytes",
            "copyObject",
            "deletePath",
            "deleteObjects",
            "safeDeleteObjects");

    private final CloudClient real;
    private final Fault fault;
    private final int at;
    private final AtomicInteger writes = new AtomicInteger();

    FaultyStore(CloudClient real, Fault fault, int at) {
        this.real = real;
        this.fault = fault;
        this.at = at;
    }

    /** Whether the fault has happened. */
    boolean happened() {
        return writes.get() >= at;
    }

    CloudClient client() {
        return (CloudClient) Proxy.newProxyInstance(
                CloudClient.class.getClassLoader(),
                new Class<?>[] {CloudClient.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    private Object call(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            return null;
        }
        if (!WRITES.contains(method.getName())) {
            throwIfOver(writes.get());
            return make(method, arguments);
        }
        int n = writes.incrementAndGet();
        throwIfOver(n);
        if (fault == Fault.REFUSED && n == at) {
            throw new StoreUnreachableException("the store is away", null);
        }
        Object result = method.getName().equals("uploadFileAsync")
                ? CompletableFuture.completedFuture(real.uploadFile((Path) arguments[0], (String) arguments[1]))
                : make(method, arguments);
        if (fault == Fault.ANSWER_LOST && n == at) {
            throw new StoreUnreachableException("the answer was lost", null);
        }
        return result;
    }

    private void throwIfOver(int n) {
        if (fault == Fault.KILLED && n >= at) {
            throw new Killed();
        }
        if (fault == Fault.AWAY && n >= at) {
            throw new StoreUnreachableException("the store is away", null);
        }
    }

    private Object make(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
