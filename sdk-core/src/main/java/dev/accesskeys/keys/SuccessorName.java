package dev.accesskeys.keys;

import dev.accesskeys.error.ValidationException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that rotations give to successors at providers where several keys live side by side: the name of the old key, a
 * mark of the old key's id, and a random nonce of more than 64 bits, such as {@code backup-4kq2mz7a-x7gh2k5mqa3cz}. The mark tells
 * whose successor a key is, so that a key is not rotated twice; the nonce tells which attempt made it, so that a key whose
 * answer was lost is found again and never mistaken for someone else's. Both survive the shortening of long names, and neither
 * grows with further rotations. The nonce has a digit at least, so that
 * no ordinary name, such as {@code shop-frontend-configuration}, is taken for one of these. Letters, digits and hyphens only,
 * which every known provider allows.
 */
public final class SuccessorName {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_PER_CHARACTER = 5;
    private static final int MARK_LENGTH = 8;
    private static final int NONCE_LENGTH = 13;
    private static final int SUFFIX_LENGTH = MARK_LENGTH + NONCE_LENGTH + 2;
    private static final Pattern FORM = Pattern.compile(
            "(.*)-([a-z2-7]{" + MARK_LENGTH + "})-(?=[a-z]*[2-7])([a-z2-7]{" + NONCE_LENGTH + "})", Pattern.DOTALL);
    private static final Pattern NONCE_FORM = Pattern.compile("(?=[a-z]*[2-7])[a-z2-7]{" + NONCE_LENGTH + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private SuccessorName() {}

    /**
     * Makes the name of a successor.
     *
     * @param name the name of the old key, perhaps itself a successor's
     * @param predecessor the id of the old key
     * @param maxLength how long the name may be, at least 24
     * @return the name, with a fresh nonce
     * @throws IllegalArgumentException if {@code maxLength} leaves no room for a name
     */
    public static String of(String name, AccessKeyId predecessor, int maxLength) {
        return of(name, predecessor, maxLength, newNonce());
    }

    /**
     * Makes the name of a successor with a nonce that the caller has made before, for example to write it down.
     *
     * @param name the name of the old key, perhaps itself a successor's
     * @param predecessor the id of the old key
     * @param maxLength how long the name may be, at least 24
     * @param nonce a nonce as {@link #newNonce()} gives it, used for no other attempt
     * @return the name, the same each time
     * @throws IllegalArgumentException if {@code maxLength} leaves no room for a name
     * @throws ValidationException if the nonce has another form
     */
    public static String of(String name, AccessKeyId predecessor, int maxLength, String nonce) {
        if (maxLength <= SUFFIX_LENGTH) {
            throw new IllegalArgumentException(
                    "maxLength must be more than " + SUFFIX_LENGTH + "; given: " + maxLength);
        }
        Matcher matcher = FORM.matcher(name);
        String base = matcher.matches() ? matcher.group(1) : name;
        return shortened(base, maxLength - SUFFIX_LENGTH) + "-" + mark(predecessor) + "-" + requireNonce(nonce);
    }

    /**
     * Makes a nonce for one attempt to rotate a key.
     *
     * @return 13 characters, lower-case letters and the digits 2 to 7, more than 64 random bits
     */
    public static String newNonce() {
        StringBuilder nonce = new StringBuilder();
        do {
            nonce.setLength(0);
            for (int i = 0; i < NONCE_LENGTH; i++) {
                nonce.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
            }
        } while (nonce.chars().noneMatch(Character::isDigit));
        return nonce.toString();
    }

    /** Another form would not be found again in a name. */
    static String requireNonce(String nonce) {
        if (!NONCE_FORM.matcher(nonce).matches()) {
            throw new ValidationException(
                    "nonce",
                    "must have the form that SuccessorName.newNonce() gives, " + NONCE_LENGTH
                            + " lower-case letters and digits from 2 to 7, a digit among them",
                    "a text of " + nonce.length() + " characters of another form");
        }
        return nonce;
    }

    /**
     * Tells whether a key was made by a rotation of another one.
     *
     * @param name the name of the key
     * @param predecessor the id of the other one
     * @return whether the name carries the other one's mark
     */
    public static boolean isSuccessorOf(String name, AccessKeyId predecessor) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches() && matcher.group(2).equals(mark(predecessor));
    }

    /**
     * Gives the nonce in a name.
     *
     * @param name the name of a key
     * @return the nonce; empty if no rotation made the name
     */
    public static Optional<String> nonceOf(String name) {
        Matcher matcher = FORM.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(3)) : Optional.empty();
    }

    /**
     * Tells whether two names come from the same attempt, which holds even if the key was given another name before or after.
     *
     * @param name the name of a key
     * @param other the name of another, or the name that a key was to have
     * @return whether rotations made both, with the same nonce
     */
    public static boolean haveSameNonce(String name, String other) {
        Optional<String> nonce = nonceOf(name);
        return nonce.isPresent() && nonce.equals(nonceOf(other));
    }

    /** Cuts between whole characters, and so that what is left does not end with a sign that some providers refuse there. */
    private static String shortened(String base, int length) {
        int[] characters = base.codePoints().toArray();
        String cut = new String(characters, 0, Math.min(characters.length, length));
        String trimmed = cut.replaceAll("[^\\p{L}\\p{N}]+$", "");
        return trimmed.isEmpty() ? "key" : trimmed;
    }

    private static String mark(AccessKeyId predecessor) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(predecessor.toString().getBytes(StandardCharsets.UTF_8));
            StringBuilder mark = new StringBuilder();
            for (int i = 0; i < MARK_LENGTH; i++) {
                mark.append(ALPHABET.charAt(hash[i] & ((1 << BITS_PER_CHARACTER) - 1)));
            }
            return mark.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
