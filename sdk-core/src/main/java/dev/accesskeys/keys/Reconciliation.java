package dev.accesskeys.keys;

import dev.accesskeys.Secret;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found out about a change whose answer was lost. */
public final class Reconciliation {

    /** What can be said. */
    public enum Verdict {
        /** The change was made. */
        APPLIED,
        /** No trace of it is there now. That is no proof: it may show later. */
        NOT_SEEN,
        /** Something is there, but nothing proves that it came from this change; see {@link Reconciliation#candidates()}. */
        UNDECIDED
    }

    private final Verdict verdict;
    private final @Nullable AccessKey key;
    private final @Nullable Secret secret;
    private final List<AccessKey> candidates;
    private final String advice;

    private Reconciliation(
            Verdict verdict,
            @Nullable AccessKey key,
            @Nullable Secret secret,
            List<AccessKey> candidates,
            String advice) {
        this.verdict = verdict;
        this.key = key;
        this.secret = secret;
        this.candidates = List.copyOf(candidates);
        this.advice = Objects.requireNonNull(advice, "advice");
    }

    /**
     * The change was made.
     *
     * @param key the key that it made
     * @param secret its secret, where it can be read again; null if it is lost
     * @param advice what to do now
     * @return the result
     */
    public static Reconciliation applied(AccessKey key, @Nullable Secret secret, String advice) {
        return new Reconciliation(Verdict.APPLIED, Objects.requireNonNull(key, "key"), secret, List.of(), advice);
    }

    /**
     * No trace of the change is there now.
     *
     * @param advice what to do now
     * @return the result
     */
    public static Reconciliation notSeen(String advice) {
        return new Reconciliation(Verdict.NOT_SEEN, null, null, List.of(), advice);
    }

    /**
     * It cannot be decided.
     *
     * @param candidates the keys that the change may have made
     * @param advice what to do now
     * @return the result
     */
    public static Reconciliation undecided(List<AccessKey> candidates, String advice) {
        return new Reconciliation(Verdict.UNDECIDED, null, null, candidates, advice);
    }

    /**
     * Tells what can be said.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Gives the key that the change has made.
     *
     * @return the key; empty unless the verdict is {@link Verdict#APPLIED}
     */
    public Optional<AccessKey> key() {
        return Optional.ofNullable(key);
    }

    /**
     * Gives the key's secret.
     *
     * @return the secret; empty where it cannot be read again
     */
    public Optional<Secret> secret() {
        return Optional.ofNullable(secret);
    }

    /**
     * Gives the keys that the change may have made.
     *
     * @return the keys; empty unless the verdict is {@link Verdict#UNDECIDED}
     */
    public List<AccessKey> candidates() {
        return candidates;
    }

    /**
     * Says what to do now.
     *
     * @return whole sentences
     */
    public String advice() {
        return advice;
    }

    /** The verdict and the key; never the secret. */
    @Override
    public String toString() {
        return "Reconciliation[" + verdict + (key == null ? "" : " " + key)
                + (candidates.isEmpty() ? "" : " " + candidates.size() + " candidates") + "]";
    }
}
