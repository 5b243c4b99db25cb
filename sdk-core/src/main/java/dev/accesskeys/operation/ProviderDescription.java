package dev.accesskeys.operation;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a provider's document says about its API as a whole. A constant of generated code.
 */
public final class ProviderDescription {

    private final String id;
    private final String name;
    private final @Nullable URI baseUrl;
    private final String baseUrlVariable;
    private final List<SecurityScheme> securitySchemes;
    private final List<List<String>> security;
    private final List<String> requestIdHeaders;
    private final List<RateLimitRule> rateLimits;
    private final List<Operation<?>> operations;

    private ProviderDescription(Builder builder) {
        id = builder.id;
        name = builder.name;
        baseUrl = builder.baseUrl;
        baseUrlVariable = builder.baseUrlVariable;
        securitySchemes = builder.securitySchemes;
        security = builder.security;
        requestIdHeaders = builder.requestIdHeaders;
        rateLimits = builder.rateLimits;
        operations = builder.operations;
    }

    /**
     * Starts a description.
     *
     * @param id the provider's id, lower case, such as {@code example}
     * @param name the provider's name as people write it, such as {@code Example}
     * @return a builder
     */
    public static Builder builder(String id, String name) {
        return new Builder(id, name);
    }

    /**
     * Gives the provider's id.
     *
     * @return the id, such as {@code example}
     */
    public String id() {
        return id;
    }

    /**
     * Gives the provider's name as people write it.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * Gives the address of the API.
     *
     * @return the base URL; empty where the caller must give it
     */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /**
     * Names the environment variable with another base URL.
     *
     * @return its name, such as {@code EXAMPLE_URL}
     */
    public String baseUrlVariable() {
        return baseUrlVariable;
    }

    /**
     * Gives the ways to prove who calls.
     *
     * @return the schemes
     */
    public List<SecurityScheme> securitySchemes() {
        return securitySchemes;
    }

    /**
     * Gives the alternatives of authentication that hold for the API as a whole.
     *
     * @return lists of names of schemes; one of the lists must be satisfied whole
     */
    public List<List<String>> security() {
        return security;
    }

    /**
     * Names the headers in which the provider gives a request's id.
     *
     * @return header names, the best one first; may be empty
     */
    public List<String> requestIdHeaders() {
        return requestIdHeaders;
    }

    /**
     * Gives the rate limits that the provider documents.
     *
     * @return the rules; may be empty
     */
    public List<RateLimitRule> rateLimits() {
        return rateLimits;
    }

    /**
     * Gives the operations of the API.
     *
     * @return the operations in the order of the document
     */
    public List<Operation<?>> operations() {
        return operations;
    }

    /** The id. */
    @Override
    public String toString() {
        return id;
    }

    /** Describes a provider. */
    public static final class Builder {

        private final String id;
        private final String name;
        private @Nullable URI baseUrl;
        private String baseUrlVariable = "";
        private List<SecurityScheme> securitySchemes = List.of();
        private List<List<String>> security = List.of();
        private List<String> requestIdHeaders = List.of();
        private List<RateLimitRule> rateLimits = List.of();
        private List<Operation<?>> operations = List.of();

        private Builder(String id, String name) {
            this.id = id;
            this.name = name;
        }

        /**
         * Sets the address of the API.
         *
         * @param value the base URL
         * @return this builder
         */
        public Builder baseUrl(String value) {
            baseUrl = URI.create(value);
            return this;
        }

        /**
         * Names the environment variable with another base URL.
         *
         * @param value the variable's name
         * @return this builder
         */
        public Builder baseUrlVariable(String value) {
            baseUrlVariable = value;
            return this;
        }

        /**
         * Sets the ways to prove who calls.
         *
         * @param values the schemes
         * @return this builder
         */
        public Builder securitySchemes(SecurityScheme... values) {
            securitySchemes = List.of(values);
            return this;
        }

        /**
         * Sets the alternatives of authentication.
         *
         * @param alternatives lists of names of schemes
         * @return this builder
         */
        public Builder security(List<List<String>> alternatives) {
            security = List.copyOf(alternatives);
            return this;
        }

        /**
         * Names the headers with a request's id.
         *
         * @param names the header names, the best one first
         * @return this builder
         */
        public Builder requestIdHeaders(String... names) {
            requestIdHeaders = List.of(names);
            return this;
        }

        /**
         * Sets the documented rate limits.
         *
         * @param rules the rules
         * @return this builder
         */
        public Builder rateLimits(RateLimitRule... rules) {
            rateLimits = List.of(rules);
            return this;
        }

        /**
         * Sets the operations.
         *
         * @param values the operations
         * @return this builder
         */
        public Builder operations(Operation<?>... values) {
            operations = List.of(values);
            return this;
        }

        /**
         * Ends the description.
         *
         * @return the description
         */
        public ProviderDescription build() {
            return new ProviderDescription(this);
        }
    }
}
