package dev.accesskeys.operation;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.retry.Repeatability;
import java.util.List;
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

    Operation(OperationBuilder<T> builder) {
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
    public static <T extends @Nullable Object> OperationBuilder<T> builder(
            String provider, String id, HttpMethod method, String path) {
        return new OperationBuilder<>(provider, id, method, path);
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
}
