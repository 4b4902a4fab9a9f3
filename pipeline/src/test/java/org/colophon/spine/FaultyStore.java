package org.colophon.spine;

import io.ocfl.core.storage.cloud.CloudClient;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.colophon.adapter.ocfl.StoreUnreachableException;

/** Single requests to the store; uploads are made one after the other, so that the n-th is always the same. */
final class FaultyStore extends Faulty<CloudClient> {
    private static final Set<String> WRITES = Set.of(
            "uploadFileAsync",
            "uploadFile",
            "uploadBytes",
            "copyObject",
            "deletePath",
            "deleteObjects",
            "safeDeleteObjects");

    private int left = Integer.MAX_VALUE;

    FaultyStore(CloudClient real, Plan plan) {
        super(CloudClient.class, real, plan, Place.STORE);
    }

    /** Serves so many more writes, and then nothing. */
    synchronized void goAwayAfter(int writes) {
        left = writes;
    }

    synchronized void comeBack() {
        left = Integer.MAX_VALUE;
    }

    @Override
    boolean canFail(String method) {
        return !method.equals("bucket") && !method.equals("prefix");
    }

    @Override
    boolean changes(String method) {
        return WRITES.contains(method);
    }

    @Override
    boolean divides(String method) {
        return false;
    }

    @Override
    void half(Method method, Object[] arguments) {
        throw new AssertionError("a request is served whole or not at all");
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        throw new StoreUnreachableException("the store does not answer, as the test wants it", null);
    }

    @Override
    Object make(Method method, Object[] arguments) throws Throwable {
        if (isAway(method.getName())) {
            return failure(method, arguments);
        }
        if (method.getName().equals("uploadFileAsync")) {
            return CompletableFuture.completedFuture(
                    arguments.length == 2
                            ? real.uploadFile((Path) arguments[0], (String) arguments[1])
                            : real.uploadFile((Path) arguments[0], (String) arguments[1], (String) arguments[2]));
        }
        return super.make(method, arguments);
    }

    private synchronized boolean isAway(String method) {
        if (left > 0 && left < Integer.MAX_VALUE && changes(method)) {
            left--;
            return false;
        }
        return left == 0 && canFail(method) && !method.equals("close");
    }
}
