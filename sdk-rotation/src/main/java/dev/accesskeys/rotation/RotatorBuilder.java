package dev.accesskeys.rotation;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.rotation.audit.RotationListener;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.internal.engine.Pace;
import dev.accesskeys.rotation.internal.engine.StepFunction;
import dev.accesskeys.rotation.internal.engine.Steps;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link Rotator}. Not safe for use by several threads. */
public final class RotatorBuilder {

    private static final Duration USUAL_GRACE = Duration.ofHours(24);
    private static final Duration LONGEST_GRACE = Duration.ofDays(366);
    private static final Duration LONGEST_INTERVAL = Duration.ofDays(3660);
    private static final Duration USUAL_SETTLE = Duration.ofSeconds(30);
    private static final Duration USUAL_PROVISIONING = Duration.ofMinutes(5);

    private @Nullable AccessKeyService service;
    private @Nullable RotationJournal journal;
    private @Nullable SecretStore store;
    private @Nullable KeyVerifier verifier;
    private VerificationPolicy verification = VerificationPolicy.standard();
    private @Nullable Duration grace;
    private @Nullable Duration interval;
    private boolean insisting;
    private @Nullable String confirmation;
    private Duration settle = USUAL_SETTLE;
    private Duration provisioning = USUAL_PROVISIONING;
    private int maxAttempts = 3;
    private String actor = "";
    private final List<RotationListener> listeners = new ArrayList<>();
    private TimeSource time = TimeSource.system();
    private StepFunction steps = new Steps();
    private EffectPort port = EffectPort.open();

    RotatorBuilder() {}

    /**
     * Sets whose keys are rotated. Required.
     *
     * @param value the service, such as {@code linode.accessKeys()}
     * @return this builder
     */
    public RotatorBuilder service(AccessKeyService value) {
        service = Objects.requireNonNull(value, "service");
        return this;
    }

    /**
     * Sets where it is written down what is about to happen. Required; it must outlive the process.
     *
     * @param value the journal, such as {@code FileJournal.in(folder)}
     * @return this builder
     */
    public RotatorBuilder journal(RotationJournal value) {
        journal = Objects.requireNonNull(value, "journal");
        return this;
    }

    /**
     * Sets where the keys are kept. Required where keys have secrets.
     *
     * @param value the store, such as {@code AwsProfileStore.at(file, "backup")}
     * @return this builder
     */
    public RotatorBuilder store(SecretStore value) {
        store = Objects.requireNonNull(value, "store");
        return this;
    }

    /**
     * Sets how a key is tried. Required where keys have secrets; {@code sdk-s3} has one for S3 keys.
     *
     * @param value the verifier
     * @return this builder
     */
    public RotatorBuilder verifier(KeyVerifier value) {
        verifier = Objects.requireNonNull(value, "verifier");
        return this;
    }

    /**
     * Sets how patiently and how strictly keys are tried.
     *
     * @param value the policy; {@link VerificationPolicy#standard()} unless set
     * @return this builder
     */
    public RotatorBuilder verification(VerificationPolicy value) {
        verification = Objects.requireNonNull(value, "verification");
        return this;
    }

    /**
     * Sets how long the old key stays after the new one is in use: as long as the slowest of its users takes to notice.
     *
     * @param value the time, zero to 366 days; 24 hours unless set. Where the provider itself ends the old key after a time it
     *     cannot be longer than that, and where the old key ends with the rotation it can only be zero
     * @return this builder
     */
    public RotatorBuilder grace(Duration value) {
        grace = Objects.requireNonNull(value, "grace");
        return this;
    }

    /**
     * Sets how old a key must be to be rotated. Its age comes from the provider, or from the journal where the provider does not
     * tell; a key of unknown age is rotated.
     *
     * @param value the time, more than zero and at most 3660 days; unless set, a key is not rotated only if this journal put it into use less than a
     *     day ago
     * @return this builder
     */
    public RotatorBuilder interval(Duration value) {
        interval = Objects.requireNonNull(value, "interval");
        return this;
    }

    /**
     * Rotates whatever the age of the key, and whatever the provider's minimum interval: for a key that has leaked.
     *
     * @return this builder
     */
    public RotatorBuilder insisting() {
        insisting = true;
        return this;
    }

    /**
     * Confirms that more than one key's users are hit, or that there is no way back, by naming whom it hits: the organisation at
     * TensorPool, the account at Cloudflare. The plan says what must be named.
     *
     * @param name the name
     * @return this builder
     */
    public RotatorBuilder confirming(String name) {
        confirmation = Objects.requireNonNull(name, "confirmation");
        return this;
    }

    /**
     * Sets how long to wait before a listing is believed in which a key is missing.
     *
     * @param value the time, more than zero; 30 seconds unless set. It is waited twice
     * @return this builder
     */
    public RotatorBuilder settleTime(Duration value) {
        settle = Objects.requireNonNull(value, "settleTime");
        return this;
    }

    /**
     * Sets how long the provider may take to set up a key.
     *
     * @param value the time, more than zero; 5 minutes unless set
     * @return this builder
     */
    public RotatorBuilder provisioningTime(Duration value) {
        provisioning = Objects.requireNonNull(value, "provisioningTime");
        return this;
    }

    /**
     * Sets how many keys may be asked for in one rotation, each after the answer to the one before was lost and its key, if there
     * was one, revoked.
     *
     * @param value 1 to 10; 3 unless set
     * @return this builder
     */
    public RotatorBuilder maxAttempts(int value) {
        maxAttempts = value;
        return this;
    }

    /**
     * Names who runs the rotation, for the audit.
     *
     * @param value such as the name of a job; empty unless set
     * @return this builder
     */
    public RotatorBuilder actor(String value) {
        actor = Objects.requireNonNull(value, "actor");
        return this;
    }

    /**
     * Adds somebody who is told of everything that happens.
     *
     * @param value the listener, such as an {@code AuditLog}
     * @return this builder
     */
    public RotatorBuilder listener(RotationListener value) {
        listeners.add(Objects.requireNonNull(value, "listener"));
        return this;
    }

    /**
     * Sets where the time comes from, for tests.
     *
     * @param value the source; the system's unless set
     * @return this builder
     */
    public RotatorBuilder timeSource(TimeSource value) {
        time = Objects.requireNonNull(value, "timeSource");
        return this;
    }

    /** For tests that put other rules in the place of ours, to see that they are caught. */
    RotatorBuilder steps(StepFunction value) {
        steps = value;
        return this;
    }

    /** For tests that let the world end between two effects. */
    RotatorBuilder port(EffectPort value) {
        port = value;
        return this;
    }

    /**
     * Checks the settings. Nothing is read and nothing is sent.
     *
     * @return the rotator
     * @throws ConfigurationException if something is missing or contradicts what the provider can do; names the setting
     */
    public Rotator build() {
        if (service == null) {
            throw missing("service", "Give it a service, such as client.accessKeys().");
        }
        if (journal == null) {
            throw missing("journal", "Give it a journal, such as FileJournal.in(folder).");
        }
        Capabilities capabilities = service.capabilities();
        if (!capabilities.supports(KeyOperation.ROTATE)) {
            throw new ConfigurationException(
                    "service: " + capabilities.provider() + " has no rotation",
                    capabilities.reasonAgainst(KeyOperation.ROTATE).orElse(""));
        }
        if (capabilities.hasSecret() && store == null) {
            throw missing("store", "Give it a store, for the secret of the new key must go somewhere.");
        }
        if (capabilities.hasSecret() && verifier == null) {
            throw missing(
                    "verifier", "Give it a verifier: no old key is given up for a new one that nobody has tried.");
        }
        if (!capabilities.hasSecret() && store != null) {
            throw new ConfigurationException(
                    "store: the keys of " + capabilities.provider() + " have no secret to be kept",
                    "Leave the store out.");
        }
        requirePositive("interval", interval);
        requireAtMost("interval", interval, LONGEST_INTERVAL);
        requirePositive("settleTime", settle);
        requirePositive("provisioningTime", provisioning);
        if (maxAttempts < 1 || maxAttempts > 10) {
            throw wrong("maxAttempts", "must be from 1 to 10", Integer.toString(maxAttempts));
        }
        if (actor.chars().anyMatch(Character::isISOControl)) {
            throw wrong("actor", "must have no control characters", actor.length() + " characters");
        }
        return new Rotator(new Settings(
                service,
                journal,
                store,
                verifier,
                new Pace(verification, settle, provisioning),
                graceFor(capabilities),
                interval,
                insisting,
                confirmation,
                maxAttempts,
                actor,
                List.copyOf(listeners),
                time,
                steps,
                port));
    }

    private Duration graceFor(Capabilities capabilities) {
        boolean overlaps = capabilities.afterRotation() == PreviousKeyState.STILL_VALID;
        if (grace == null) {
            return overlaps ? USUAL_GRACE : Duration.ZERO;
        }
        if (grace.isNegative()) {
            throw wrong("grace", "must not be negative", grace.toString());
        }
        requireAtMost("grace", grace, LONGEST_GRACE);
        Duration longest = capabilities.overlap().orElse(Duration.ZERO);
        if (!overlaps && grace.compareTo(longest) > 0) {
            throw wrong(
                    "grace",
                    longest.isZero()
                            ? "must be zero, for at " + capabilities.provider() + " the old key ends with the rotation"
                            : "must be at most " + longest + ", for that is how long " + capabilities.provider()
                                    + " leaves the old key",
                    grace.toString());
        }
        return grace;
    }

    private static void requirePositive(String setting, @Nullable Duration value) {
        if (value != null && (value.isNegative() || value.isZero())) {
            throw wrong(setting, "must be more than zero", value.toString());
        }
    }

    private static void requireAtMost(String setting, @Nullable Duration value, Duration longest) {
        if (value != null && value.compareTo(longest) > 0) {
            throw wrong(setting, "must be at most " + longest.toDays() + " days", value.toString());
        }
    }

    private static ConfigurationException wrong(String setting, String rule, String given) {
        return new ConfigurationException(setting + " " + rule + "; given: " + given, "Correct it.");
    }

    private static ConfigurationException missing(String setting, String advice) {
        return new ConfigurationException("the rotator has no " + setting, advice);
    }
}
