package org.colophon.app;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.colophon.item.Step;

/** What one machine does: everything, or a part where many share the work. */
public record Roles(Set<Role> roles) {

    public Roles {
        roles = Set.copyOf(roles);
    }

    /** Everything there is. */
    public static Roles all() {
        return new Roles(EnumSet.allOf(Role.class));
    }

    /**
     * Reads what was written on the command line.
     *
     * @param text roles with commas between them
     * @throws StartRefusedException when one is unknown or not built yet
     */
    public static Roles of(String text) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String word : text.split(",", -1)) {
            roles.add(role(word.strip().toLowerCase(Locale.ROOT)));
        }
        return new Roles(roles);
    }

    private static Role role(String word) {
        if (word.equals("custody")) {
            throw new StartRefusedException("--roles: the role custody is not built yet; leave it out");
        }
        return Arrays.stream(Role.values())
                .filter(role -> role.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new StartRefusedException(
                        "--roles: there is no role \"" + word + "\"; there are " + words(Set.of(Role.values()))));
    }

    /** Whether this machine does that. */
    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether this machine does everything. */
    boolean isAll() {
        return equals(all());
    }

    /** The steps whose queues this machine consumes. */
    Set<Step> steps() {
        return roles.stream().flatMap(role -> role.steps().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::word).collect(Collectors.joining(", "));
    }

    /** As written on the command line. */
    @Override
    public String toString() {
        return words(roles);
    }
}
