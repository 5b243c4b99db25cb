package dev.accesskeys.s3;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tries a key at its S3 endpoint: one signed {@code GET} that changes nothing, with the AWS SDK for Java, on a connection of its
 * own, never repeated. It lists the buckets, or one object of a bucket that is {@linkplain Builder#bucket given}: keys that are
 * limited to buckets may do nothing else.
 *
 * <pre>{@code
 * KeyVerifier verifier = S3KeyVerifier.builder().bucket("backups").build();
 * }</pre>
 *
 * <table>
 * <caption>What the service says, and what it is taken for</caption>
 * <tr><th>service</th><th>answer</th></tr>
 * <tr><td>a listing</td><td>{@link Answer#ACCEPTED}</td></tr>
 * <tr><td>{@code AccessDenied}, {@code AllAccessDisabled}, {@code AccountProblem}, {@code NotSignedUp},
 *     {@code UserSuspended}</td><td>{@link Answer#DENIED}</td></tr>
 * <tr><td>{@code InvalidAccessKeyId}, and nothing else</td><td>{@link Answer#UNKNOWN_KEY}</td></tr>
 * <tr><td>{@code SignatureDoesNotMatch}</td><td>{@link Answer#BAD_SIGNATURE}</td></tr>
 * <tr><td>{@code RequestTimeTooSkewed}</td><td>{@link Answer#CLOCK_SKEW}</td></tr>
 * <tr><td>no answer in time, no connection, no TLS, 5xx, any other code, and whatever S3 does not say: a 403 without a code,
 *     a page for people</td><td>{@link Answer#UNREACHABLE}</td></tr>
 * </table>
 *
 * <p>Where a service answers {@code AccessDenied} to keys that it does not know, as a few do, {@code DENIED} proves nothing;
 * {@code VerificationPolicy.acceptingDenied()} is not for them.
 *
 * <p>The environment does not matter: neither variables nor files of the AWS SDK change where the request goes or with which key
 * it is signed; proxies are those of the JVM. Immutable, for any number of threads. Nothing stays open between two probes.
 */
public final class S3KeyVerifier implements KeyVerifier {

    private final @Nullable URI endpoint;
    private final @Nullable String region;
    private final S3Probe probe;

    private S3KeyVerifier(Builder builder) {
        endpoint = builder.endpoint;
        region = builder.region;
        probe = new S3Probe(builder.bucket, builder.pathStyle, builder.connectTimeout, builder.timeout);
    }

    /**
     * Starts a verifier.
     *
     * @return a builder; its {@code build()} gives a verifier that lists the buckets at the key's own endpoint
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Tries a key once. If the thread is interrupted meanwhile, the answer is {@link Answer#UNREACHABLE} and its flag is set.
     *
     * @param request which key; it is tried where the store says that it works, or else at the first of its endpoints
     * @return what the service showed; the detail has the status and the error code, and never a text of the service's choosing
     */
    @Override
    public Verification verify(VerificationRequest request) {
        StoredKey stored = request.stored().orElse(null);
        if (stored == null) {
            return unreachable("there is no secret to sign with");
        }
        Optional<String> accessKeyId = stored.accessKeyId().or(request.key()::accessKeyId);
        if (accessKeyId.isEmpty()) {
            return unreachable("its access key id is not known yet");
        }
        Optional<S3Endpoint> known =
                stored.endpoint().or(() -> request.key().endpoints().stream().findFirst());
        URI address = endpoint != null ? endpoint : known.map(S3Endpoint::url).orElse(null);
        if (address == null) {
            return unreachable("it is not known yet where it works");
        }
        if (!EndpointAddress.isSafe(address)) {
            return unreachable("its endpoint is not an https address");
        }
        String signedFor =
                region != null ? region : known.map(S3Endpoint::region).orElse("");
        return probe.run(accessKeyId.get(), stored.secret(), address, signedFor);
    }

    private static Verification unreachable(String detail) {
        return new Verification(Answer.UNREACHABLE, detail);
    }

    @Override
    public String toString() {
        return "S3KeyVerifier[" + probe + "]";
    }

    /** Describes a verifier. */
    public static final class Builder {

        private @Nullable String bucket;
        private @Nullable URI endpoint;
        private @Nullable String region;
        private boolean pathStyle = true;
        private Duration connectTimeout = Duration.ofSeconds(3);
        private Duration timeout = Duration.ofSeconds(10);

        private Builder() {}

        /**
         * Lists one object of a bucket instead of the buckets.
         *
         * @param value a bucket that the key may list, not empty; it may be empty of objects
         * @return this builder
         * @throws ValidationException if the name is empty
         */
        public Builder bucket(String value) {
            bucket = notEmpty("bucket", value);
            return this;
        }

        /**
         * Tries keys at an address of your own, whatever is known of them: a private endpoint, a server in a test.
         *
         * @param value an https address; http for this machine only
         * @return this builder
         * @throws ConfigurationException if nothing must be sent there
         */
        public Builder endpoint(URI value) {
            if (!EndpointAddress.isSafe(Objects.requireNonNull(value, "endpoint"))) {
                throw new ConfigurationException(
                        "the S3 endpoint is not an https address without user information, query and fragment",
                        "Give an address such as https://us-lax-1.linodeobjects.com; http is allowed for this machine only.");
            }
            endpoint = value;
            return this;
        }

        /**
         * Signs for a region of your own, whatever is known of the key.
         *
         * @param value the region's id, not empty; unless it is set, the endpoint's, and {@code auto} if it has none
         * @return this builder
         * @throws ValidationException if it is empty
         */
        public Builder region(String value) {
            region = notEmpty("region", value);
            return this;
        }

        /**
         * Sets where the name of the bucket stands.
         *
         * @param value true, which is the default, for {@code https://host/bucket}; false for {@code https://bucket.host}
         * @return this builder
         */
        public Builder pathStyle(boolean value) {
            pathStyle = value;
            return this;
        }

        /**
         * Sets how long connecting may take.
         *
         * @param value the time, 3 seconds by default, more than zero
         * @return this builder
         * @throws ValidationException if it is not
         */
        public Builder connectTimeout(Duration value) {
            connectTimeout = positive("connectTimeout", value);
            return this;
        }

        /**
         * Sets how long the whole probe may take, connecting and the last byte of the answer included.
         *
         * @param value the time, 10 seconds by default, more than zero
         * @return this builder
         * @throws ValidationException if it is not
         */
        public Builder timeout(Duration value) {
            timeout = positive("timeout", value);
            return this;
        }

        /**
         * Ends the description. Nothing is sent.
         *
         * @return the verifier
         */
        public S3KeyVerifier build() {
            return new S3KeyVerifier(this);
        }

        private static String notEmpty(String field, String value) {
            if (value.isBlank()) {
                throw new ValidationException(
                        field, "must not be empty", "a text of " + value.length() + " characters");
            }
            return value;
        }

        private static Duration positive(String field, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new ValidationException(field, "must be more than zero", value.toString());
            }
            return value;
        }
    }
}
