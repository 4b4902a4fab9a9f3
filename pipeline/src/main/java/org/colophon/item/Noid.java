package org.colophon.item;

import java.util.random.RandomGenerator;

/**
 * Mints and checks item names: the shoulder {@code c1}, eight random betanumerics, one check character over
 * {@code NAAN/name}, as the NOID check digit algorithm has it (J. Kunze, "Noid", §"check digit"): position times
 * ordinal, summed, modulo 29.
 */
public final class Noid {
    private static final String BETANUMERIC = "0123456789bcdfghjkmnpqrstvwxz";
    private static final String SHOULDER = "c1";
    private static final int RANDOM_CHARACTERS = 8;

    private Noid() {}

    /** A fresh name. 29⁸ ≈ 5·10¹¹ possibilities: the ledger's primary key catches the rare twin. */
    public static ItemId mint(String naan, RandomGenerator random) {
        StringBuilder name = new StringBuilder(SHOULDER);
        for (int i = 0; i < RANDOM_CHARACTERS; i++) {
            name.append(BETANUMERIC.charAt(random.nextInt(BETANUMERIC.length())));
        }
        return new ItemId(name.append(check(naan + "/" + name)).toString());
    }

    /** Whether the last character fits the rest; a mistyped or swapped character does not. */
    public static boolean holds(String naan, ItemId id) {
        String name = id.name();
        String body = name.substring(0, name.length() - 1);
        return check(naan + "/" + body) == name.charAt(name.length() - 1);
    }

    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum += (i + 1) * Math.max(0, BETANUMERIC.indexOf(text.charAt(i)));
        }
        return BETANUMERIC.charAt(sum % BETANUMERIC.length());
    }
}
