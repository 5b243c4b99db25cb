package dev.accesskeys.testing.tensorpool;

import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.time.TimeSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The object storage credentials of TensorPool as a fake: one organisation, all of whose members share one pair. A rotation kills
 * the old pair at once, for everyone.
 *
 * <pre>{@code
 * try (FakeTensorPool tensorpool = FakeTensorPool.start()) {
 *     client = … tensorpool.baseUrl() … tensorpool.token() …
 *     …
 *     assertThat(tensorpool.organisation().isAcceptedByS3(old, oldSecret)).isFalse();
 * }
 * }</pre>
 */
public final class FakeTensorPool extends FakeCloud {

    private final TensorPoolOrganisation organisation;

    private FakeTensorPool(TensorPoolSettings settings, TensorPoolOrganisation organisation, boolean withServer) {
        super("", new TensorPoolApi(settings, organisation), settings.time(), withServer);
        this.organisation = organisation;
    }

    private static FakeTensorPool make(TensorPoolSettings settings, boolean withServer) {
        return new FakeTensorPool(settings, new TensorPoolOrganisation(settings), withServer);
    }

    /**
     * Starts a server with the defaults of the {@linkplain #builder() builder}.
     *
     * @return the fake, to be closed
     * @throws java.io.UncheckedIOException if the server cannot be started
     */
    public static FakeTensorPool start() {
        return builder().start();
    }

    /**
     * Begins a fake with settings of its own.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the API key.
     *
     * @return the key, in clear
     */
    public String token() {
        return organisation.token();
    }

    /**
     * Gives the state behind the API.
     *
     * @return the organisation
     */
    public TensorPoolOrganisation organisation() {
        return organisation;
    }

    /** Sets up a fake. Can be used again for another one with the same settings. */
    public static final class Builder {

        private long seed = 1;
        private TimeSource time = TimeSource.system();
        private String orgId = "org-42";
        private boolean enabled = true;
        private boolean forbidden;
        private int requestsPerMinute;
        private TensorPoolErrorForm errors = TensorPoolErrorForm.DETAIL;
        private final List<String> buckets = new ArrayList<>();
        private final Set<TensorPoolQuirk> quirks = EnumSet.noneOf(TensorPoolQuirk.class);

        private Builder() {}

        /**
         * Sets what pairs and the API key are made from. The same seed gives the same ones in every run.
         *
         * @param value the seed; 1 by default
         * @return this builder
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets where the time is taken from, for the times of the pair, the limit, the ledger and faults in memory.
         *
         * @param source the time source; the system's by default
         * @return this builder
         */
        public Builder timeSource(TimeSource source) {
            time = Objects.requireNonNull(source, "time source");
            return this;
        }

        /**
         * Sets the id of the organisation.
         *
         * @param value the id; {@code org-42} by default
         * @return this builder
         */
        public Builder organisation(String value) {
            orgId = Objects.requireNonNull(value, "organisation");
            return this;
        }

        /**
         * Begins without object storage.
         *
         * @return this builder
         */
        public Builder notEnabled() {
            enabled = false;
            return this;
        }

        /**
         * Denies the owner of the API key everything: the answer is 403.
         *
         * @return this builder
         */
        public Builder forbidden() {
            forbidden = true;
            return this;
        }

        /**
         * Limits the requests of a minute; beyond, they are answered with 429, without any header.
         *
         * @param number how many requests, 1 or more; by default nothing is limited
         * @return this builder
         * @throws IllegalArgumentException if the number is below 1
         */
        public Builder rateLimit(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("must be 1 or more");
            }
            requestsPerMinute = number;
            return this;
        }

        /**
         * Sets the form of errors.
         *
         * @param form the form; {@link TensorPoolErrorForm#DETAIL} by default
         * @return this builder
         */
        public Builder errors(TensorPoolErrorForm form) {
            errors = Objects.requireNonNull(form, "form");
            return this;
        }

        /**
         * Adds a bucket to the list of buckets.
         *
         * @param name its name
         * @return this builder
         */
        public Builder bucket(String name) {
            buckets.add(Objects.requireNonNull(name, "name"));
            return this;
        }

        /**
         * Makes answers differ from the everyday ones.
         *
         * @param values the ways in which they differ, in addition to those set before
         * @return this builder
         */
        public Builder quirks(TensorPoolQuirk... values) {
            quirks.addAll(List.of(values));
            return this;
        }

        /**
         * Makes the fake and starts its server on a free port of 127.0.0.1.
         *
         * @return the fake, to be closed
         * @throws java.io.UncheckedIOException if the server cannot be started
         */
        public FakeTensorPool start() {
            return make(settings(), true);
        }

        /**
         * Makes the fake without a server: {@link FakeTensorPool#transport()} is the only way in.
         *
         * @return the fake
         */
        public FakeTensorPool inMemory() {
            return make(settings(), false);
        }

        private TensorPoolSettings settings() {
            return new TensorPoolSettings(
                    seed, time, orgId, enabled, forbidden, requestsPerMinute, errors, buckets, quirks);
        }
    }
}
