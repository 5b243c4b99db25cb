package dev.accesskeys.operation;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.retry.Repeatability;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One operation of a provider's API, as its document describes it. A constant of generated code; what it is called with
 * stands in an {@link Invocation}.
 *
 * @param <T> what it answers with; {@link Void} where nothing comes back
 */
public final class Operation<T extends @Nullable Object> {

    private final String provider;
    private final String id;
    private final HttpMethod method;
    private final String path;
    private final Repeatability repeatability;
    private final List<List<String>> security;
    private final Envelope envelope;
    private final @Nullable JsonDecoder<T> answer;
    private final boolean valuable;
    private final boolean page;
    private final Set<String> secretMembers;
    private final Set<String> secretPlaceholders;
    private final Set<String> identifierMembers;
    private final @Nullable Predicate<? super T> carriesSecret;
    private final String reconciliation;
    private final @Nullable String rateLimit;

    private Operation(Builder<T> builder) {
        provider = builder.provider;
        id = builder.id;
        method = builder.method;
        path = builder.path;
        repeatability = builder.repeatability;
        security = builder.security;
        envelope = builder.envelope;
        answer = builder.answer;
        valuable = builder.valuable;
        page = builder.page;
        secretMembers = builder.secretMembers;
        secretPlaceholders = builder.secretPlaceholders;
        identifierMembers = builder.identifierMembers;
        carriesSecret = builder.carriesSecret;
        reconciliation = builder.reconciliation;
        rateLimit = builder.rateLimit;
    }

    /**
     * Starts to describe an operation.
     *
     * @param <T> what it answers with
     * @param provider the provider's id, such as {@code example}
     * @param id the operation's id in the document
     * @param method the HTTP method
     * @param path the path below the base URL, with {@code {names}} of path parameters
     * @return a builder
     */
    public static <T extends @Nullable Object> Builder<T> builder(
            String provider, String id, HttpMethod method, String path) {
        return new Builder<>(provider, id, method, path);
    }

    /**
     * Names the provider.
     *
     * @return its id, such as {@code example}
     */
    public String provider() {
        return provider;
    }

    /**
     * Names the operation.
     *
     * @return its id in the provider's document
     */
    public String id() {
        return id;
    }

    /**
     * Gives the HTTP method.
     *
     * @return the method
     */
    public HttpMethod method() {
        return method;
    }

    /**
     * Gives the path.
     *
     * @return the path below the base URL, with {@code {names}} of path parameters
     */
    public String path() {
        return path;
    }

    /**
     * Tells whether it may be sent again.
     *
     * @return how repeatable it is
     */
    public Repeatability repeatability() {
        return repeatability;
    }

    /**
     * Gives the alternatives of authentication: one of the lists must be satisfied whole.
     *
     * @return names of security schemes; an empty list if none is needed
     */
    public List<List<String>> security() {
        return security;
    }

    /**
     * Tells whether the operation documents a body in its answer. Where it does, an answer without one is not taken for
     * success.
     *
     * @return whether a body must come back
     */
    public boolean answersWithBody() {
        return answer != null;
    }

    /**
     * Tells whether a good answer gives the caller something, and not only the news that it is good.
     *
     * @return whether it does
     */
    public boolean answersWithValue() {
        return valuable;
    }

    /**
     * Tells whether the operation answers with a page of a list, which may be larger than a single object.
     *
     * @return whether it does
     */
    public boolean answersWithPage() {
        return page;
    }

    /**
     * Names the members of the answer that are secrets.
     *
     * @return their names in the document
     */
    public Set<String> secretMembers() {
        return secretMembers;
    }

    /**
     * Gives the texts that stand where a secret is not shown.
     *
     * @return the placeholders, such as {@code [REDACTED]}
     */
    public Set<String> secretPlaceholders() {
        return secretPlaceholders;
    }

    /**
     * Names the members of the answer by which what was created can be found again.
     *
     * @return their names in the document
     */
    public Set<String> identifierMembers() {
        return identifierMembers;
    }

    /**
     * Says how to find out what happened when the answer was lost.
     *
     * @return a sentence or two; empty for operations that may be repeated
     */
    public String reconciliation() {
        return reconciliation;
    }

    /**
     * Names the provider's rate limit under which the operation falls.
     *
     * @return the name of a {@link RateLimitRule} of the provider; empty if none is documented
     */
    public Optional<String> rateLimit() {
        return Optional.ofNullable(rateLimit);
    }

    /**
     * Reads the payload of a successful answer out of its envelope.
     *
     * @param in the answer, standing at its root
     * @return the payload; null where nothing comes back
     * @throws dev.accesskeys.error.DecodingException if the answer is not as documented
     * @throws Envelope.FailureReportedException if the envelope says that the call failed
     */
    @SuppressWarnings("NullAway") // T is nullable exactly for operations without an answer
    public T read(JsonReader in) {
        return answer == null ? null : envelope.unwrap(in, answer);
    }

    /**
     * Tells whether a payload lacks the secret that it must carry.
     *
     * @param payload what {@link #read} gave
     * @return whether the secret is missing
     */
    public boolean lacksSecret(T payload) {
        return carriesSecret != null && !carriesSecret.test(payload);
    }

    /** Provider and id, as they stand in messages. */
    @Override
    public String toString() {
        return provider + " " + id;
    }

    /**
     * Describes an operation.
     *
     * @param <T> what it answers with
     */
    public static final class Builder<T extends @Nullable Object> {

        private final String provider;
        private final String id;
        private final HttpMethod method;
        private final String path;
        private Repeatability repeatability = Repeatability.ONCE;
        private List<List<String>> security = List.of();
        private Envelope envelope = Envelope.none();
        private @Nullable JsonDecoder<T> answer;
        private boolean valuable;
        private boolean page;
        private Set<String> secretMembers = Set.of();
        private Set<String> secretPlaceholders = Set.of();
        private Set<String> identifierMembers = Set.of();
        private @Nullable Predicate<? super T> carriesSecret;
        private String reconciliation = "";
        private @Nullable String rateLimit;

        private Builder(String provider, String id, HttpMethod method, String path) {
            this.provider = Objects.requireNonNull(provider, "provider");
            this.id = Objects.requireNonNull(id, "id");
            this.method = Objects.requireNonNull(method, "method");
            this.path = Objects.requireNonNull(path, "path");
        }

        /**
         * Says whether it may be sent again. Without this it is sent once.
         *
         * @param value how repeatable it is
         * @return this builder
         */
        public Builder<T> repeatability(Repeatability value) {
            repeatability = value;
            return this;
        }

        /**
         * Sets the alternatives of authentication.
         *
         * @param alternatives names of security schemes; one of the lists must be satisfied whole
         * @return this builder
         */
        public Builder<T> security(List<List<String>> alternatives) {
            security = List.copyOf(alternatives);
            return this;
        }

        /**
         * Sets what is around the payload of an answer.
         *
         * @param value the envelope
         * @return this builder
         */
        public Builder<T> envelope(Envelope value) {
            envelope = value;
            return this;
        }

        /**
         * Sets how the payload is read. Without this no body is expected, and one that comes is not read.
         *
         * @param decoder reads the payload
         * @return this builder
         */
        public Builder<T> answer(JsonDecoder<T> decoder) {
            answer = decoder;
            valuable = true;
            return this;
        }

        /**
         * Expects a JSON object of which nothing is needed. Another document, such as the page of a proxy, is then not taken
         * for success.
         *
         * @return this builder
         */
        @SuppressWarnings("NullAway") // T is nullable exactly for operations without an answer
        public Builder<T> answerIsAnyObject() {
            answer = in -> {
                in.beginObject();
                while (in.nextMember()) {
                    in.skip();
                }
                return null;
            };
            valuable = false;
            return this;
        }

        /**
         * Sets how a page is read, for which the larger limit of size holds.
         *
         * @param decoder reads the page
         * @return this builder
         */
        public Builder<T> page(JsonDecoder<T> decoder) {
            page = true;
            return answer(decoder);
        }

        /**
         * Names the secret members of the answer.
         *
         * @param members their names in the document
         * @return this builder
         */
        public Builder<T> secretMembers(String... members) {
            secretMembers = ordered(members);
            return this;
        }

        /**
         * Sets the texts that stand where a secret is not shown.
         *
         * @param placeholders the texts
         * @return this builder
         */
        public Builder<T> secretPlaceholders(String... placeholders) {
            secretPlaceholders = ordered(placeholders);
            return this;
        }

        /**
         * Names the members of the answer by which what was created can be found again.
         *
         * @param members their names in the document
         * @return this builder
         */
        public Builder<T> identifierMembers(String... members) {
            identifierMembers = ordered(members);
            return this;
        }

        /**
         * Requires a secret in every answer.
         *
         * @param test tells whether a payload carries it
         * @return this builder
         */
        public Builder<T> carriesSecret(Predicate<? super T> test) {
            carriesSecret = test;
            return this;
        }

        /**
         * Says how to find out what happened when the answer was lost.
         *
         * @param sentence a sentence or two
         * @return this builder
         */
        public Builder<T> reconciliation(String sentence) {
            reconciliation = sentence;
            return this;
        }

        /**
         * Names the rate limit under which it falls.
         *
         * @param name the name of a {@link RateLimitRule} of the provider
         * @return this builder
         */
        public Builder<T> rateLimit(String name) {
            rateLimit = name;
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the operation
         */
        public Operation<T> build() {
            return new Operation<>(this);
        }

        private static Set<String> ordered(String... names) {
            return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(names)));
        }
    }
}
