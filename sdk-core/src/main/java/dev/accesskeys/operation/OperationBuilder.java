package dev.accesskeys.operation;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.json.JsonDecoder;
import dev.accesskeys.retry.Repeatability;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Describes an operation.
 *
 * @param <T> what it answers with
 */
public final class OperationBuilder<T extends @Nullable Object> {

    final String provider;
    final String id;
    final HttpMethod method;
    final String path;
    Repeatability repeatability = Repeatability.ONCE;
    List<List<String>> security = List.of();
    Envelope envelope = Envelope.none();

    @Nullable
    JsonDecoder<T> answer;

    boolean valuable;
    boolean page;
    Set<String> secretMembers = Set.of();
    Set<String> secretPlaceholders = Set.of();
    Set<String> identifierMembers = Set.of();

    @Nullable
    Predicate<? super T> carriesSecret;

    String reconciliation = "";

    @Nullable
    String rateLimit;

    OperationBuilder(String provider, String id, HttpMethod method, String path) {
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
    public OperationBuilder<T> repeatability(Repeatability value) {
        repeatability = value;
        return this;
    }

    /**
     * Sets the alternatives of authentication.
     *
     * @param alternatives names of security schemes; one of the lists must be satisfied whole
     * @return this builder
     */
    public OperationBuilder<T> security(List<List<String>> alternatives) {
        security = List.copyOf(alternatives);
        return this;
    }

    /**
     * Sets what is around the payload of an answer.
     *
     * @param value the envelope
     * @return this builder
     */
    public OperationBuilder<T> envelope(Envelope value) {
        envelope = value;
        return this;
    }

    /**
     * Sets how the payload is read. Without this no body is expected, and one that comes is not read.
     *
     * @param decoder reads the payload
     * @return this builder
     */
    public OperationBuilder<T> answer(JsonDecoder<T> decoder) {
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
    public OperationBuilder<T> answerIsAnyObject() {
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
    public OperationBuilder<T> page(JsonDecoder<T> decoder) {
        page = true;
        return answer(decoder);
    }

    /**
     * Names the secret members of the answer.
     *
     * @param members their names in the document
     * @return this builder
     */
    public OperationBuilder<T> secretMembers(String... members) {
        secretMembers = ordered(members);
        return this;
    }

    /**
     * Sets the texts that stand where a secret is not shown.
     *
     * @param placeholders the texts
     * @return this builder
     */
    public OperationBuilder<T> secretPlaceholders(String... placeholders) {
        secretPlaceholders = ordered(placeholders);
        return this;
    }

    /**
     * Names the members of the answer by which what was created can be found again.
     *
     * @param members their names in the document
     * @return this builder
     */
    public OperationBuilder<T> identifierMembers(String... members) {
        identifierMembers = ordered(members);
        return this;
    }

    /**
     * Requires a secret in every answer.
     *
     * @param test tells whether a payload carries it
     * @return this builder
     */
    public OperationBuilder<T> carriesSecret(Predicate<? super T> test) {
        carriesSecret = test;
        return this;
    }

    /**
     * Says how to find out what happened when the answer was lost.
     *
     * @param sentence a sentence or two
     * @return this builder
     */
    public OperationBuilder<T> reconciliation(String sentence) {
        reconciliation = sentence;
        return this;
    }

    /**
     * Names the rate limit under which it falls.
     *
     * @param name the name of a {@link RateLimitRule} of the provider
     * @return this builder
     */
    public OperationBuilder<T> rateLimit(String name) {
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
