package org.colophon.spine;

import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import org.colophon.port.Workers;
import org.colophon.port.Workers.WorkerReply;

/** A worker that dies: before it began, having written half of what it was to write, or with its reply on the way. */
final class FaultyWorkers extends Faulty<Workers> {
    FaultyWorkers(Workers real, Plan plan) {
        super(Workers.class, real, plan, Place.WORKERS);
    }

    @Override
    boolean canFail(String method) {
        return !method.equals("languages");
    }

    @Override
    boolean changes(String method) {
        return method.equals("examine");
    }

    @Override
    boolean divides(String method) {
        return method.equals("examine");
    }

    @Override
    void half(Method method, Object[] arguments) throws Throwable {
        Files.write(((Path) arguments[3]).resolve("reading.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8});
    }

    @Override
    Object failure(Method method, Object[] arguments) {
        return new WorkerReply.Failed<>("the worker died, as the test wants it");
    }
}
