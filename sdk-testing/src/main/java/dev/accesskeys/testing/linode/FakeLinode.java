package dev.accesskeys.testing.linode;

import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Object Storage keys of Linode as a fake: keys really exist, secrets are shown once, lists lag if they are told to, the quota
 * bites.
 *
 * <pre>{@code
 * try (FakeLinode linode = FakeLinode.start()) {
 *     client = … linode.baseUrl() … linode.token() …
 *     linode.faults().onCall(1).of("POST", "/object-storage/keys").order(Fault.applyThenDrop());
 *     …
 *     assertThat(linode.ledger().applied("POST", "/object-storage/keys")).hasSize(1);
 * }
 * }</pre>
 */
public final class FakeLinode extends FakeCloud {

    private static final String BASE_PATH = "/v4";

    private final LinodeAccount account;

    private FakeLinode(LinodeSettings settings, LinodeAccount account, boolean withServer) {
        super(BASE_PATH, new LinodeApi(settings, account), settings.time(), withServer);
        this.account = account;
    }

    private static FakeLinode make(LinodeSettings settings, boolean withServer) {
        return new FakeLinode(settings, new LinodeAccount(settings), withServer);
    }

    /**
     * Starts a server with an empty account and the defaults of the {@linkplain #builder() builder}.
     *
     * @return the fake, to be closed
     * @throws java.io.UncheckedIOException if the server cannot be started
     */
    public static FakeLinode start() {
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
     * Gives the token that may do everything.
     *
     * @return the token, in clear
     */
    public String token() {
        return account.token();
    }

    /**
     * Gives a token that may only read: with it, whatever changes something is answered with 401.
     *
     * @return the token, in clear
     */
    public String readOnlyToken() {
        return account.readOnlyToken();
    }

    /**
     * Gives the state behind the API.
     *
     * @return the account
     */
    public LinodeAccount account() {
        return account;
    }

    /** Sets up a fake. Can be used again for another one with the same settings. */
    public static final class Builder {

        private long seed = 1;
        private TimeSource time = TimeSource.system();
        private int keys;
        private int quota = 100;
        private @Nullable String token;
        private Lag created = Lag.none();
        private Lag deleted = Lag.none();
        private Duration acceptedByS3After = Duration.ZERO;
        private @Nullable LinodeRateLimits rateLimits;
        private int minLabel = 1;
        private int maxLabel = Integer.MAX_VALUE;
        private boolean forbidden;
        private final Set<LinodeQuirk> quirks = EnumSet.noneOf(LinodeQuirk.class);
        private List<LinodeEndpoint> endpoints = LinodeCatalogue.ENDPOINTS;
        private final List<LinodeBucket> buckets = new ArrayList<>();

        private Builder() {}

        /**
         * Sets what the access keys, secrets and tokens are made from. The same seed gives the same ones in every run.
         *
         * @param value the seed; 1 by default
         * @return this builder
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets where the time is taken from, for lags, limits, the ledger and faults in memory.
         *
         * @param source the time source; the system's by default
         * @return this builder
         */
        public Builder timeSource(TimeSource source) {
            time = Objects.requireNonNull(source, "time source");
            return this;
        }

        /**
         * Puts unlimited keys into the account, with the labels {@code key-1}, {@code key-2} and so on. They may be more than the
         * quota.
         *
         * @param number how many, 0 or more; none by default
         * @return this builder
         * @throws IllegalArgumentException if the number is negative
         */
        public Builder keys(int number) {
            keys = atLeast(0, number);
            return this;
        }

        /**
         * Sets how many keys the account may have; a create beyond them is answered with 400.
         *
         * @param number how many, 0 or more; 100 by default
         * @return this builder
         * @throws IllegalArgumentException if the number is negative
         */
        public Builder quota(int number) {
            quota = atLeast(0, number);
            return this;
        }

        /**
         * Sets the token that may do everything.
         *
         * @param value the token; made from the seed by default
         * @return this builder
         */
        public Builder token(String value) {
            token = Objects.requireNonNull(value, "token");
            return this;
        }

        /**
         * Makes lists lag behind creations and deletions alike.
         *
         * @param value the lag; none by default
         * @return this builder
         */
        public Builder lag(Lag value) {
            return newKeysListedAfter(value).deletedKeysListedFor(value);
        }

        /**
         * Makes lists leave out new keys at first. A get by id finds them at once.
         *
         * @param value for how long; not at all by default
         * @return this builder
         */
        public Builder newKeysListedAfter(Lag value) {
            created = Objects.requireNonNull(value, "lag");
            return this;
        }

        /**
         * Makes lists go on to show deleted keys. A get by id does not find them any more.
         *
         * @param value for how long; not at all by default
         * @return this builder
         */
        public Builder deletedKeysListedFor(Lag value) {
            deleted = Objects.requireNonNull(value, "lag");
            return this;
        }

        /**
         * Makes S3 accept new keys only after a time; see {@link LinodeAccount#isAcceptedByS3}.
         *
         * @param value the time from the creation on; zero by default. The real one takes up to about 30 seconds
         * @return this builder
         */
        public Builder acceptedByS3After(Duration value) {
            acceptedByS3After = Objects.requireNonNull(value, "time");
            return this;
        }

        /**
         * Limits the rate of requests; beyond, they are answered with 429. The headers that tell about it come with every answer.
         *
         * @param value the limits; by default nothing is limited, and only {@code X-RateLimit-Limit} is sent
         * @return this builder
         */
        public Builder rateLimits(LinodeRateLimits value) {
            rateLimits = Objects.requireNonNull(value, "limits");
            return this;
        }

        /**
         * Limits the length of labels; others are answered with 400 that names the field.
         *
         * @param min the least number of characters, 1 or more; 1 by default
         * @param max the greatest number of characters; any by default
         * @return this builder
         * @throws IllegalArgumentException if the least number is below 1 or above the greatest
         */
        public Builder labelLength(int min, int max) {
            minLabel = atLeast(1, min);
            maxLabel = atLeast(min, max);
            return this;
        }

        /**
         * Denies the user Object Storage: everything is answered with 403.
         *
         * @return this builder
         */
        public Builder forbidden() {
            forbidden = true;
            return this;
        }

        /**
         * Makes answers differ from the everyday ones.
         *
         * @param values the ways in which they differ, in addition to those set before
         * @return this builder
         */
        public Builder quirks(LinodeQuirk... values) {
            quirks.addAll(List.of(values));
            return this;
        }

        /**
         * Sets the S3 endpoints, and with them the regions, in the place of those that the fake has by default.
         *
         * @param values the endpoints in the order in which they are listed
         * @return this builder
         */
        public Builder endpoints(LinodeEndpoint... values) {
            endpoints = List.of(values);
            return this;
        }

        /**
         * Adds a bucket to the list of buckets. Grants may name buckets that are not there.
         *
         * @param region the region's id
         * @param label the bucket's name
         * @return this builder
         */
        public Builder bucket(String region, String label) {
            buckets.add(new LinodeBucket(region, label));
            return this;
        }

        /**
         * Makes the fake and starts its server on a free port of 127.0.0.1.
         *
         * @return the fake, to be closed
         * @throws java.io.UncheckedIOException if the server cannot be started
         */
        public FakeLinode start() {
            return make(settings(), true);
        }

        /**
         * Makes the fake without a server: {@link FakeLinode#transport()} is the only way in.
         *
         * @return the fake
         */
        public FakeLinode inMemory() {
            return make(settings(), false);
        }

        private LinodeSettings settings() {
            return new LinodeSettings(
                    seed,
                    time,
                    keys,
                    quota,
                    token,
                    created,
                    deleted,
                    acceptedByS3After,
                    rateLimits,
                    minLabel,
                    maxLabel,
                    forbidden,
                    quirks,
                    endpoints,
                    buckets);
        }

        private static int atLeast(int least, int number) {
            if (number < least) {
                throw new IllegalArgumentException("must be " + least + " or more");
            }
            return number;
        }
    }
}
