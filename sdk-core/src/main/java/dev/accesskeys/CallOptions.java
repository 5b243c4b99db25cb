package dev.accesskeys;

import dev.accesskeys.listener.CallListener;
import dev.accesskeys.retry.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What may differ from call to call. What is not set here holds as the client was built.
 *
 * <pre>{@code
 * example.keys().with(CallOptions.deadline(Duration.ofSeconds(3))).get(id);
 * }</pre>
 *
 * Immutable.
 */
public final class CallOptions {

    private static final CallOptions NONE = new CallOptions(null, null, null, null, List.of());

    private final @Nullable Duration deadline;
    private final @Nullable Duration attemptTimeout;
    private final @Nullable RetryPolicy retryPolicy;
    private final @Nullable SecretSink secretSink;
    private final List<CallListener> listeners;

    private CallOptions(
            @Nullable Duration deadline,
            @Nullable Duration attemptTimeout,
            @Nullable RetryPolicy retryPolicy,
            @Nullable SecretSink secretSink,
            List<CallListener> listeners) {
        this.deadline = deadline;
        this.attemptTimeout = attemptTimeout;
        this.retryPolicy = retryPolicy;
        this.secretSink = secretSink;
        this.listeners = listeners;
    }

    /**
     * Gives options of which none is set.
     *
     * @return no options
     */
    public static CallOptions none() {
        return NONE;
    }

    /**
     * Sets the time for the whole call: all attempts, the waits between them, and the reading of the answer. A short one makes
     * outcomes of creating and rotating unknown, and so orphans: leave those at a minute or more.
     *
     * @param total the time, more than zero
     * @return options with the deadline
     * @throws IllegalArgumentException if it is zero or less
     */
    public static CallOptions deadline(Duration total) {
        return NONE.withDeadline(total);
    }

    /**
     * Sets how failed calls are repeated.
     *
     * @param policy the policy
     * @return options with the policy
     */
    public static CallOptions retryPolicy(RetryPolicy policy) {
        return NONE.withRetryPolicy(policy);
    }

    /**
     * Sets where the secrets of an answer go before anything else happens with it.
     *
     * @param sink takes the secrets
     * @return options with the sink
     */
    public static CallOptions secretSink(SecretSink sink) {
        return NONE.withSecretSink(sink);
    }

    /**
     * Adds a listener that watches these calls only, and is told in addition to those of the client. A call that is made of
     * several, such as a rotation that lists, gets and creates, tells it of each.
     *
     * @param listener watches the calls that have these options
     * @return options with the listener
     */
    public static CallOptions listener(CallListener listener) {
        return NONE.withListener(listener);
    }

    /**
     * Sets the time for the whole call in addition to these options; see {@link #deadline(Duration)}.
     *
     * @param total the time, more than zero
     * @return options with the deadline
     * @throws IllegalArgumentException if it is zero or less
     */
    public CallOptions withDeadline(Duration total) {
        return new CallOptions(positive("deadline", total), attemptTimeout, retryPolicy, secretSink, listeners);
    }

    /**
     * Sets the time for one attempt, from sending to the last byte of the answer.
     *
     * @param time the time, more than zero
     * @return options with the time
     * @throws IllegalArgumentException if it is zero or less
     */
    public CallOptions withAttemptTimeout(Duration time) {
        return new CallOptions(deadline, positive("attemptTimeout", time), retryPolicy, secretSink, listeners);
    }

    /**
     * Sets how failed calls are repeated, in addition to these options.
     *
     * @param policy the policy
     * @return options with the policy
     */
    public CallOptions withRetryPolicy(RetryPolicy policy) {
        return new CallOptions(
                deadline, attemptTimeout, Objects.requireNonNull(policy, "policy"), secretSink, listeners);
    }

    /**
     * Sets where secrets go, in addition to these options.
     *
     * @param sink takes the secrets
     * @return options with the sink
     */
    public CallOptions withSecretSink(SecretSink sink) {
        return new CallOptions(deadline, attemptTimeout, retryPolicy, Objects.requireNonNull(sink, "sink"), listeners);
    }

    /**
     * Adds a listener to these options; see {@link #listener(CallListener)}.
     *
     * @param listener watches the calls that have these options
     * @return options with the listener, behind those that are there
     */
    public CallOptions withListener(CallListener listener) {
        Objects.requireNonNull(listener, "listener");
        return new CallOptions(deadline, attemptTimeout, retryPolicy, secretSink, joined(listeners, List.of(listener)));
    }

    /**
     * Puts other options over these. Listeners take nothing from each other: all of them are told.
     *
     * @param other options that win where they are set
     * @return both together
     */
    public CallOptions overriddenBy(CallOptions other) {
        return new CallOptions(
                other.deadline == null ? deadline : other.deadline,
                other.attemptTimeout == null ? attemptTimeout : other.attemptTimeout,
                other.retryPolicy == null ? retryPolicy : other.retryPolicy,
                other.secretSink == null ? secretSink : other.secretSink,
                joined(listeners, other.listeners));
    }

    private static List<CallListener> joined(List<CallListener> first, List<CallListener> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Duration positive(String name, Duration value) {
        if (value.isZero() || value.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero; given: " + value);
        }
        return value;
    }

    /**
     * Gives the time for the whole call.
     *
     * @return the time; empty if not set
     */
    public Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /**
     * Gives the time for one attempt.
     *
     * @return the time; empty if not set
     */
    public Optional<Duration> attemptTimeout() {
        return Optional.ofNullable(attemptTimeout);
    }

    /**
     * Gives the retry policy.
     *
     * @return the policy; empty if not set
     */
    public Optional<RetryPolicy> retryPolicy() {
        return Optional.ofNullable(retryPolicy);
    }

    /**
     * Gives the sink for secrets.
     *
     * @return the sink; empty if not set
     */
    public Optional<SecretSink> secretSink() {
        return Optional.ofNullable(secretSink);
    }

    /**
     * Gives the listeners of these calls.
     *
     * @return the listeners in the order in which they are told; may be empty
     */
    public List<CallListener> listeners() {
        return listeners;
    }

    @Override
    public String toString() {
        return "CallOptions[deadline=" + deadline + ", attemptTimeout=" + attemptTimeout + ", retryPolicy="
                + retryPolicy + ", secretSink=" + (secretSink == null ? "none" : "set") + ", listeners="
                + listeners.size() + "]";
    }
}
