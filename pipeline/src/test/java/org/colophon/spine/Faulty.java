package org.colophon.spine;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.colophon.item.UnavailableException;

/**
 * A port of which one call goes wrong, as a plan says.
 *
 * @param <T> the port
 */
abstract class Faulty<T> implements InvocationHandler {
    private final Class<T> port;
    final T real;
    final Plan plan;
    private final Place place;

    Faulty(Class<T> port, T real, Plan plan, Place place) {
        this.port = port;
        this.real = real;
        this.plan = plan;
        this.place = place;
    }

    /** The port itself. */
    final T port() {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, this));
    }

    /** Whether a call leaves anything behind, so that a lost answer matters. */
    abstract boolean changes(String method);

    /** Whether a call can be half done. */
    abstract boolean divides(String method);

    /** Whether a call can fail at all. */
    boolean canFail(String method) {
        return true;
    }

    /** Does a part of a call. */
    abstract void half(Method method, Object[] arguments) throws Throwable;

    /** What a caller gets of a call that failed. */
    abstract Object failure(Method method, Object[] arguments) throws Throwable;

    @Override
    public final Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class || method.getName().equals("close")) {
            return make(method, arguments);
        }
        Optional<Fault> fault = plan.call(place, method.getName(), susceptible(method.getName()));
        if (fault.isEmpty()) {
            return make(method, arguments);
        }
        switch (fault.get()) {
            case BEFORE, AWAY, STOPPED -> {
                // Nothing is done.
            }
            case HALFWAY -> half(method, arguments);
            case AFTER -> make(method, arguments);
        }
        return failure(method, arguments);
    }

    private boolean susceptible(String method) {
        if (plan.fault() == null) {
            return false;
        }
        return switch (plan.fault()) {
            case STOPPED -> true;
            case BEFORE -> canFail(method);
            case HALFWAY -> canFail(method) && divides(method);
            case AFTER, AWAY -> canFail(method) && changes(method);
        };
    }

    /** The call as it is meant. */
    Object make(Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    static UnavailableException unavailable(String what) {
        return new UnavailableException(what, "the " + what + " does not answer, as the test wants it", null);
    }
}
