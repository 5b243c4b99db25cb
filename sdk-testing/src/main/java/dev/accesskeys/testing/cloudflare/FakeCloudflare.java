package dev.accesskeys.testing.cloudflare;

import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The signing keys of Cloudflare Access as a fake: one account with two published keys and a schedule that is followed. A second
 * rotation within 7 days drops the older key.
 *
 * <pre>{@code
 * try (FakeCloudflare cloudflare = FakeCloudflare.start()) {
 *     client = … cloudflare.baseUrl() … cloudflare.apiToken() …
 *     …
 *     assertThat(cloudflare.account().publishedKeys()).hasSize(2);
 * }
 * }</pre>
 *
 * <p>Beside the API, the keys are published at {@link #certificatesUrl()}, without authentication.
 */
public final class FakeCloudflare extends FakeCloud {

    /** Where a team's Access publishes its keys, at a host of its own. */
    static final String CERTIFICATES = "/cdn-cgi/access/certs";

    private static final String BASE_PATH = "/client/v4";

    private final CloudflareAccount account;
    private final CloudflareGate gate;

    private FakeCloudflare(
            CloudflareSettings settings, CloudflareAccount account, CloudflareGate gate, boolean withServer) {
        super(BASE_PATH, new CloudflareApi(settings, account, gate), settings.time(), withServer);
        this.account = account;
        this.gate = gate;
    }

    private static FakeCloudflare make(CloudflareSettings settings, boolean withServer) {
        return new FakeCloudflare(settings, new CloudflareAccount(settings), new CloudflareGate(settings), withServer);
    }

    /**
     * Starts a server with the defaults of the {@linkplain #builder() builder}.
     *
     * @return the fake, to be closed
     * @throws java.io.UncheckedIOException if the server cannot be started
     */
    public static FakeCloudflare start() {
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
     * Gives the API token that may do everything.
     *
     * @return the token, in clear
     */
    public String apiToken() {
        return gate.token();
    }

    /**
     * Gives the e-mail address that goes with {@link #apiKey()}.
     *
     * @return the address
     */
    public String email() {
        return gate.email();
    }

    /**
     * Gives the API key that goes with {@link #email()}.
     *
     * @return the key, in clear
     */
    public String apiKey() {
        return gate.key();
    }

    /**
     * Gives the id of the account.
     *
     * @return the id
     */
    public String accountId() {
        return account.id();
    }

    /**
     * Gives the address at which the signing keys are published, as a team's Access does at a host of its own: the current one
     * first, and the previous one for 7 days. Asks for no authentication.
     *
     * @return the address; without a server it leads nowhere but through {@link #transport()}
     */
    public URI certificatesUrl() {
        return baseUrl().resolve(CERTIFICATES);
    }

    /**
     * Gives the state behind the API.
     *
     * @return the account
     */
    public CloudflareAccount account() {
        return account;
    }

    /** Sets up a fake. Can be used again for another one with the same settings. */
    public static final class Builder {

        private long seed = 1;
        private TimeSource time = TimeSource.system();
        private String accountId = "023e105f4ecef8ad9ca31a8372d0c353";
        private int intervalDays = 90;
        private Duration lastRotationAgo = Duration.ofDays(30);
        private boolean accessEnabled = true;
        private boolean limiting;
        private int requests = CloudflareGate.DOCUMENTED;
        private Lag certificates = Lag.none();
        private final Set<CloudflareQuirk> quirks = EnumSet.noneOf(CloudflareQuirk.class);

        private Builder() {}

        /**
         * Sets what keys and credentials are made from. The same seed gives the same ones in every run.
         *
         * @param value the seed; 1 by default
         * @return this builder
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets where the time is taken from, for the schedule, the limit, the ledger and faults in memory.
         *
         * @param source the time source; the system's by default
         * @return this builder
         */
        public Builder timeSource(TimeSource source) {
            time = Objects.requireNonNull(source, "time source");
            return this;
        }

        /**
         * Sets the id of the account.
         *
         * @param value the id
         * @return this builder
         */
        public Builder accountId(String value) {
            accountId = Objects.requireNonNull(value, "account id");
            return this;
        }

        /**
         * Sets after how many days the keys are rotated by themselves.
         *
         * @param days the number of days, 21 to 365; 90 by default
         * @return this builder
         * @throws IllegalArgumentException if the number is out of range
         */
        public Builder intervalDays(int days) {
            if (days < 21 || days > 365) {
                throw new IllegalArgumentException("must be 21 to 365");
            }
            intervalDays = days;
            return this;
        }

        /**
         * Sets how long ago the keys were last rotated.
         *
         * @param time the time, less than the interval; 30 days by default
         * @return this builder
         */
        public Builder lastRotationAgo(Duration time) {
            lastRotationAgo = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Takes Access away from the account: everything is answered with code 12109.
         *
         * @return this builder
         */
        public Builder accessNotEnabled() {
            accessEnabled = false;
            return this;
        }

        /**
         * Limits the requests of 5 minutes. One more, and everything is refused with 429 for 5 minutes. The documented limit is
         * 1200.
         *
         * @param number how many requests, 1 or more; by default nothing is limited
         * @return this builder
         * @throws IllegalArgumentException if the number is below 1
         */
        public Builder rateLimit(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("must be 1 or more");
            }
            limiting = true;
            requests = number;
            return this;
        }

        /**
         * Makes a rotation show late among the certificates, while it counts at once in the API.
         *
         * @param lag for how long, or for how many reads of them, the keys from before are still published
         * @return this builder
         */
        public Builder certificatesPublishedAfter(Lag lag) {
            certificates = Objects.requireNonNull(lag, "lag");
            return this;
        }

        /**
         * Makes a rotation show among the certificates only after a time; see {@link #certificatesPublishedAfter(Lag)}.
         *
         * @param time how long the keys from before are still published, zero or more
         * @return this builder
         * @throws IllegalArgumentException if the time is negative
         */
        public Builder certificatesPublishedAfter(Duration time) {
            return certificatesPublishedAfter(Lag.of(time));
        }

        /**
         * Makes answers differ from the everyday ones.
         *
         * @param values the ways in which they differ, in addition to those set before
         * @return this builder
         */
        public Builder quirks(CloudflareQuirk... values) {
            quirks.addAll(List.of(values));
            return this;
        }

        /**
         * Makes the fake and starts its server on a free port of 127.0.0.1.
         *
         * @return the fake, to be closed
         * @throws java.io.UncheckedIOException if the server cannot be started
         */
        public FakeCloudflare start() {
            return make(settings(), true);
        }

        /**
         * Makes the fake without a server: {@link FakeCloudflare#transport()} is the only way in.
         *
         * @return the fake
         */
        public FakeCloudflare inMemory() {
            return make(settings(), false);
        }

        private CloudflareSettings settings() {
            return new CloudflareSettings(
                    seed,
                    time,
                    accountId,
                    intervalDays,
                    lastRotationAgo,
                    accessEnabled,
                    limiting,
                    requests,
                    certificates,
                    quirks);
        }
    }
}
