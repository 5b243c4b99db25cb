package dev.accesskeys.error;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A change whose outcome is not known, with what is needed to find out: what was asked for, how the thing that it would have
 * made can be recognised, and what was there before. Holds no secret. It comes with an {@link OutcomeUnknownException} of the
 * common service, which also takes it back to find out what happened.
 */
public final class PendingChange {

    private final String provider;
    private final String change;
    private final Map<String, String> facts;

    /**
     * Makes a pending change.
     *
     * @param provider the provider's id
     * @param change what was asked for, such as {@code create}
     * @param facts how to recognise the outcome and what was there before, by names that the provider's module understands
     */
    public PendingChange(String provider, String change, Map<String, String> facts) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.change = Objects.requireNonNull(change, "change");
        this.facts = Collections.unmodifiableMap(new TreeMap<>(facts));
    }

    /**
     * Names the provider.
     *
     * @return the provider's id
     */
    public String provider() {
        return provider;
    }

    /**
     * Says what was asked for.
     *
     * @return the change, such as {@code create} or {@code rotate}
     */
    public String change() {
        return change;
    }

    /**
     * Gives what the provider's module needs to find out.
     *
     * @return facts by name, sorted
     */
    public Map<String, String> facts() {
        return facts;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PendingChange that
                && provider.equals(that.provider)
                && change.equals(that.change)
                && facts.equals(that.facts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, change, facts);
    }

    @Override
    public String toString() {
        return "PendingChange[" + provider + " " + change + " " + facts + "]";
    }
}
