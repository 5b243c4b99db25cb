package dev.accesskeys.testing.internal;

import java.util.SplittableRandom;

/**
 * Credentials that look real, each a function of the seed, of what it is for, and of a number: nothing needs to be stored, and
 * the same seed gives the same ones in every run.
 */
public final class KeyMaterial {

    /** For access key ids. */
    public static final String CAPITALS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    /** For secrets. */
    public static final String LETTERS_AND_DIGITS = CAPITALS_AND_DIGITS + "abcdefghijklmnopqrstuvwxyz";
    /** For tokens. */
    public static final String HEX = "0123456789abcdef";

    private final long seed;

    /**
     * Makes the source of all credentials of one fake.
     *
     * @param seed the seed
     */
    public KeyMaterial(long seed) {
        this.seed = seed;
    }

    /**
     * Makes a text; for another purpose or number it is another one.
     *
     * @param purpose what it is for
     * @param number which one of them it is
     * @param alphabet the characters to take
     * @param length how many of them
     * @return the text
     */
    public String text(String purpose, long number, String alphabet, int length) {
        SplittableRandom random = new SplittableRandom(seed ^ ((long) purpose.hashCode() << 32) ^ mix(number));
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    /** Spreads neighbouring numbers over all 64 bits, one to one (Stafford's variant 13). */
    private static long mix(long number) {
        long z = (number ^ (number >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
