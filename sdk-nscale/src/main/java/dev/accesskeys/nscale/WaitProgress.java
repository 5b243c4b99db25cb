package dev.accesskeys.nscale;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.nscale.model.ProvisioningStatus;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a wait has come: what the last look has shown. */
public final class WaitProgress {

    private final String subject;
    private final int looks;
    private final Duration elapsed;
    private final @Nullable ProvisioningStatus status;
    private final @Nullable AccessKeysException failure;

    WaitProgress(
            String subject,
            int looks,
            Duration elapsed,
            @Nullable ProvisioningStatus status,
            @Nullable AccessKeysException failure) {
        this.subject = Objects.requireNonNull(subject, "subject");
        this.looks = looks;
        this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
        this.status = status;
        this.failure = failure;
    }

    /**
     * Names what is waited for.
     *
     * @return kind and id, such as {@code key 4f1c}
     */
    public String subject() {
        return subject;
    }

    /**
     * Tells how often it was looked at.
     *
     * @return the number, 1 or more
     */
    public int looks() {
        return looks;
    }

    /**
     * Tells how long the wait has lasted.
     *
     * @return the time since it began
     */
    public Duration elapsed() {
        return elapsed;
    }

    /**
     * Gives the state that nscale told.
     *
     * @return the state; empty if it is not found yet, or the look has failed
     */
    public Optional<ProvisioningStatus> status() {
        return Optional.ofNullable(status);
    }

    /**
     * Gives what stopped the look, where that may go away by itself.
     *
     * @return the failure; empty if there was an answer
     */
    public Optional<AccessKeysException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public String toString() {
        String seen = failure != null ? "no answer" : status == null ? "not found" : status.value();
        return "WaitProgress[" + subject + ": " + seen + ", looks=" + looks + ", elapsed=" + elapsed + "]";
    }
}
