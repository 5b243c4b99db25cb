package dev.accesskeys.keys;

import dev.accesskeys.error.UnsupportedCapabilityException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a provider can do with access keys, as data: to be read before a call, and by programs that show or plan. */
public final class Capabilities {

    private final String provider;
    private final String keyKind;
    private final BlastRadius blastRadius;
    private final PreviousKeyState afterRotation;
    private final @Nullable Duration overlap;
    private final @Nullable Duration minimumRotationInterval;
    private final boolean secret;
    private final boolean secretReadableLater;
    private final boolean createdAtKnown;
    private final @Nullable String confirmation;
    private final @Nullable Integer documentedQuota;
    private final boolean rotatesOwnCredential;
    private final Map<KeyOperation, String> unsupported;

    private Capabilities(Builder builder) {
        provider = builder.provider;
        keyKind = builder.keyKind;
        blastRadius = builder.blastRadius;
        afterRotation = builder.afterRotation;
        overlap = builder.overlap;
        minimumRotationInterval = builder.minimumRotationInterval;
        secret = builder.secret;
        secretReadableLater = builder.secretReadableLater;
        createdAtKnown = builder.createdAtKnown;
        confirmation = builder.confirmation;
        documentedQuota = builder.documentedQuota;
        rotatesOwnCredential = builder.rotatesOwnCredential;
        unsupported = Collections.unmodifiableMap(new EnumMap<>(builder.unsupported));
    }

    /**
     * Starts a description.
     *
     * @param provider the provider's id, such as {@code example}
     * @param keyKind what a key is there, in a few words, such as {@code S3 key of the account}
     * @return a builder: everything is supported, no secret can be read later
     */
    public static Builder builder(String provider, String keyKind) {
        return new Builder(provider, keyKind);
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
     * Says what a key is there.
     *
     * @return a few words
     */
    public String keyKind() {
        return keyKind;
    }

    /**
     * Tells whether an operation is there.
     *
     * @param operation the operation
     * @return whether the provider has it
     */
    public boolean supports(KeyOperation operation) {
        return !unsupported.containsKey(operation);
    }

    /**
     * Says why an operation is not there and what the provider offers instead.
     *
     * @param operation the operation
     * @return a sentence or two; empty if the operation is there
     */
    public Optional<String> reasonAgainst(KeyOperation operation) {
        return Optional.ofNullable(unsupported.get(operation));
    }

    /**
     * Checks that an operation is there.
     *
     * @param operation the operation
     * @throws UnsupportedCapabilityException if it is not; says what the provider offers instead
     */
    public void require(KeyOperation operation) {
        String reason = unsupported.get(operation);
        if (reason != null) {
            throw new UnsupportedCapabilityException(
                    provider + " " + operation, "the provider has no such operation", reason);
        }
    }

    /**
     * Tells who is hit when a key is rotated or revoked.
     *
     * @return the radius
     */
    public BlastRadius blastRadius() {
        return blastRadius;
    }

    /**
     * Tells what becomes of the old key in a rotation.
     *
     * @return its state right after
     */
    public PreviousKeyState afterRotation() {
        return afterRotation;
    }

    /**
     * Tells how long the old key goes on working by itself.
     *
     * @return the time; empty unless {@link #afterRotation()} is {@link PreviousKeyState#VALID_UNTIL}
     */
    public Optional<Duration> overlap() {
        return Optional.ofNullable(overlap);
    }

    /**
     * Tells how far apart rotations must be so that no key dies early.
     *
     * @return the time; empty if there is no such rule
     */
    public Optional<Duration> minimumRotationInterval() {
        return Optional.ofNullable(minimumRotationInterval);
    }

    /**
     * Tells whether keys have a secret at all.
     *
     * @return whether they have
     */
    public boolean hasSecret() {
        return secret;
    }

    /**
     * Tells whether the secret can be read again later.
     *
     * @return whether it can; if not, it is shown once
     */
    public boolean secretReadableLater() {
        return secretReadableLater;
    }

    /**
     * Tells whether keys carry the time of their creation or last rotation.
     *
     * @return whether they do
     */
    public boolean createdAtKnown() {
        return createdAtKnown;
    }

    /**
     * Says what must be named to confirm creating, rotating and revoking, because more than one key is hit.
     *
     * @return what to name, such as {@code the id of the organisation}; empty if no confirmation is asked for
     */
    public Optional<String> confirmation() {
        return Optional.ofNullable(confirmation);
    }

    /**
     * Tells how many keys the provider grants unless somebody has agreed otherwise with it. How many are left cannot be asked:
     * this is for warnings.
     *
     * @return the number of keys; empty if the provider documents none
     */
    public Optional<Integer> documentedQuota() {
        return Optional.ofNullable(documentedQuota);
    }

    /**
     * Tells whether the keys are the same kind of credential as the one by which the service itself calls the provider, so that a
     * rotation may end the very credential that it is made with.
     *
     * @return whether they are
     */
    public boolean rotatesOwnCredential() {
        return rotatesOwnCredential;
    }

    /**
     * Gives all operations that are there.
     *
     * @return the operations, in the order of the enum
     */
    public Set<KeyOperation> operations() {
        Set<KeyOperation> all = EnumSet.allOf(KeyOperation.class);
        all.removeAll(unsupported.keySet());
        return Collections.unmodifiableSet(all);
    }

    @Override
    public String toString() {
        return "Capabilities[" + provider + " " + operations() + ", blastRadius=" + blastRadius + ", afterRotation="
                + afterRotation + "]";
    }

    /** Describes what a provider can do. */
    public static final class Builder {

        private final String provider;
        private final String keyKind;
        private BlastRadius blastRadius = BlastRadius.KEY;
        private PreviousKeyState afterRotation = PreviousKeyState.STILL_VALID;
        private @Nullable Duration overlap;
        private @Nullable Duration minimumRotationInterval;
        private boolean secret = true;
        private boolean secretReadableLater;
        private boolean createdAtKnown;
        private @Nullable String confirmation;
        private @Nullable Integer documentedQuota;
        private boolean rotatesOwnCredential;
        private final Map<KeyOperation, String> unsupported = new EnumMap<>(KeyOperation.class);

        private Builder(String provider, String keyKind) {
            this.provider = Objects.requireNonNull(provider, "provider");
            this.keyKind = Objects.requireNonNull(keyKind, "keyKind");
        }

        /**
         * Says that an operation is not there.
         *
         * @param operation the operation
         * @param instead why not, and what the provider offers instead, as whole sentences
         * @return this builder
         */
        public Builder without(KeyOperation operation, String instead) {
            unsupported.put(operation, instead);
            return this;
        }

        /**
         * Sets who is hit by a rotation.
         *
         * @param value the radius
         * @return this builder
         */
        public Builder blastRadius(BlastRadius value) {
            blastRadius = value;
            return this;
        }

        /**
         * Says that the old key goes on working for a time and then ends by itself.
         *
         * @param time how long
         * @return this builder
         */
        public Builder previousValidFor(Duration time) {
            afterRotation = PreviousKeyState.VALID_UNTIL;
            overlap = time;
            return this;
        }

        /**
         * Says that the old key stops working with the rotation.
         *
         * @return this builder
         */
        public Builder previousDead() {
            afterRotation = PreviousKeyState.DEAD;
            return this;
        }

        /**
         * Sets how far apart rotations must be.
         *
         * @param value the time
         * @return this builder
         */
        public Builder minimumRotationInterval(Duration value) {
            minimumRotationInterval = value;
            return this;
        }

        /**
         * Says that keys have no secret.
         *
         * @return this builder
         */
        public Builder withoutSecret() {
            secret = false;
            return this;
        }

        /**
         * Says that the secret can be read again later.
         *
         * @return this builder
         */
        public Builder secretReadableLater() {
            secretReadableLater = true;
            return this;
        }

        /**
         * Says that keys carry the time of their creation or last rotation.
         *
         * @return this builder
         */
        public Builder createdAtKnown() {
            createdAtKnown = true;
            return this;
        }

        /**
         * Sets what must be named to confirm a change.
         *
         * @param what what to name
         * @return this builder
         */
        public Builder confirmation(String what) {
            confirmation = what;
            return this;
        }

        /**
         * Sets how many keys the provider grants by default.
         *
         * @param keys the number of keys, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is below 1
         */
        public Builder documentedQuota(int keys) {
            if (keys < 1) {
                throw new IllegalArgumentException("documentedQuota must be 1 or more; given: " + keys);
            }
            documentedQuota = keys;
            return this;
        }

        /**
         * Says that the keys are the same kind of credential as the one by which the service itself calls the provider.
         *
         * @return this builder
         */
        public Builder rotatesOwnCredential() {
            rotatesOwnCredential = true;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the capabilities
         */
        public Capabilities build() {
            return new Capabilities(this);
        }
    }
}
