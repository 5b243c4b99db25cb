package dev.accesskeys.testing.nscale;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.internal.KeyMaterial;
import dev.accesskeys.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The object storage endpoints of nscale and their keys as a fake, with the token endpoint for OAuth 2.0 client credentials:
 * keys really exist, secrets are shown once, and everything is provisioned asynchronously if it is told to.
 *
 * <pre>{@code
 * try (FakeNscale nscale = FakeNscale.builder().timeSource(time).provisionedAfter(Lag.of(Duration.ofSeconds(20))).start()) {
 *     client = … nscale.baseUrl() … nscale.token() …
 *     nscale.faults().onCall(1).of("POST", FakeNscale.KEYS).order(Fault.applyThenDrop());
 *     …
 *     assertThat(nscale.ledger().applied("POST", FakeNscale.KEYS)).hasSize(1);
 * }
 * }</pre>
 */
public final class FakeNscale extends FakeCloud {

    /** The path of the endpoints, for faults and the ledger. */
    public static final String ENDPOINTS = "/api/v1/objectstorageendpoints";

    /** The path of an endpoint, for faults and the ledger. */
    public static final String ENDPOINT = ENDPOINTS + "/{endpoint}";

    /** The path of the keys of an endpoint, for faults and the ledger. */
    public static final String KEYS = ENDPOINT + "/accesskeys";

    /** The path of a key, for faults and the ledger. */
    public static final String KEY = KEYS + "/{key}";

    /** The path of the token endpoint, for faults and the ledger. */
    public static final String TOKENS = NscaleTokenEndpoint.PATH;

    private final NscaleProject project;
    private final NscaleTokens tokens;

    private FakeNscale(
            NscaleSettings settings,
            NscaleProject project,
            NscaleTokens tokens,
            KeyMaterial material,
            boolean withServer) {
        super(
                "",
                new NscaleApi(settings, project, tokens, new NscaleAnswers(settings, material)),
                settings.time(),
                withServer);
        this.project = project;
        this.tokens = tokens;
    }

    private static FakeNscale make(NscaleSettings settings, boolean withServer) {
        KeyMaterial material = new KeyMaterial(settings.seed());
        return new FakeNscale(
                settings,
                new NscaleProject(settings, material),
                new NscaleTokens(settings, material),
                material,
                withServer);
    }

    /**
     * Starts a server with one endpoint without keys and the defaults of the {@linkplain #builder() builder}.
     *
     * @return the fake, to be closed
     */
    public static FakeNscale start() {
        return builder().start();
    }

    /**
     * Begins a fake with settings of its own.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the service token.
     *
     * @return the token
     */
    public String token() {
        return tokens.service();
    }

    /**
     * Replaces the service token: from now on the old one is answered with 401.
     *
     * @return the new token
     */
    public String renewToken() {
        return tokens.renewService();
    }

    /**
     * Gives the address of the token endpoint.
     *
     * @return the address, on the same server
     */
    public URI tokenEndpoint() {
        return URI.create(baseUrl() + TOKENS);
    }

    /**
     * Gives the id of the OAuth client.
     *
     * @return the id
     */
    public String clientId() {
        return tokens.clientId();
    }

    /**
     * Gives the secret of the OAuth client.
     *
     * @return the secret
     */
    public Secret clientSecret() {
        return Secret.of(tokens.clientSecret());
    }

    /** Ends all sessions of the OAuth client: its access tokens are answered with 401 from now on. */
    public void endSessions() {
        tokens.endSessions();
    }

    /**
     * Gives the state behind the API.
     *
     * @return the project
     */
    public NscaleProject project() {
        return project;
    }

    /** Sets up a fake. Can be used again for another one with the same settings. */
    public static final class Builder {

        private long seed = 1;
        private TimeSource time = TimeSource.system();
        private int keys;
        private @Nullable String token;
        private Lag found = Lag.none();
        private Lag provisioned = Lag.none();
        private Lag gone = Lag.none();
        private boolean provisioningFails;
        private boolean deletionFails;
        private boolean forbidden;
        private Duration tokenLifetime = Duration.ofHours(1);
        private final Set<NscaleQuirk> quirks = EnumSet.noneOf(NscaleQuirk.class);

        private Builder() {}

        /**
         * Sets what the ids, secrets and tokens are made from. The same seed gives the same ones in every run.
         *
         * @param value any number; 1 unless set
         * @return this builder
         */
        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /**
         * Sets where the time is taken from, for provisioning, tokens, the ledger and faults in memory.
         *
         * @param source the time; the system's unless set
         * @return this builder
         */
        public Builder timeSource(TimeSource source) {
            time = Objects.requireNonNull(source, "time source");
            return this;
        }

        /**
         * Puts keys into the endpoint, provisioned long ago, with the names {@code key-1}, {@code key-2} and so on.
         *
         * @param number how many; 0 unless set
         * @return this builder
         */
        public Builder keys(int number) {
            if (number < 0) {
                throw new IllegalArgumentException("must be 0 or more");
            }
            keys = number;
            return this;
        }

        /**
         * Sets the service token.
         *
         * @param value the token; made from the seed unless set
         * @return this builder
         */
        public Builder token(String value) {
            token = Objects.requireNonNull(value, "token");
            return this;
        }

        /**
         * Makes new endpoints and keys be found only after a while: gets answer 404 until then, and lists leave them out. Each
         * get and each list counts as one look at what it is about.
         *
         * @param value how long; not at all unless set
         * @return this builder
         */
        public Builder foundAfter(Lag value) {
            found = Objects.requireNonNull(value, "lag");
            return this;
        }

        /**
         * Makes new endpoints and keys be provisioned only after a while; they are {@code provisioning} from when they are found
         * until then.
         *
         * @param value how long since their creation; not at all unless set
         * @return this builder
         */
        public Builder provisionedAfter(Lag value) {
            provisioned = Objects.requireNonNull(value, "lag");
            return this;
        }

        /**
         * Makes deleted endpoints and keys be gone only after a while; they are {@code deprovisioning} until then.
         *
         * @param value how long; not at all unless set
         * @return this builder
         */
        public Builder goneAfter(Lag value) {
            gone = Objects.requireNonNull(value, "lag");
            return this;
        }

        /**
         * Makes the provisioning of new endpoints and keys end in {@code error}.
         *
         * @return this builder
         */
        public Builder failingProvisioning() {
            provisioningFails = true;
            return this;
        }

        /**
         * Makes the taking down of endpoints and keys end in {@code error}.
         *
         * @return this builder
         */
        public Builder failingDeletion() {
            deletionFails = true;
            return this;
        }

        /**
         * Denies the owner of the tokens everything: all calls are answered with 403.
         *
         * @return this builder
         */
        public Builder forbidden() {
            forbidden = true;
            return this;
        }

        /**
         * Sets how long access tokens of the OAuth client live.
         *
         * @param time how long; one hour unless set
         * @return this builder
         */
        public Builder tokenLifetime(Duration time) {
            tokenLifetime = Objects.requireNonNull(time, "time");
            return this;
        }

        /**
         * Makes answers differ from the everyday ones.
         *
         * @param values the ways in which they differ
         * @return this builder
         */
        public Builder quirks(NscaleQuirk... values) {
            quirks.addAll(List.of(values));
            return this;
        }

        /**
         * Makes the fake and starts its server on a free port of 127.0.0.1.
         *
         * @return the fake, to be closed
         */
        public FakeNscale start() {
            return make(settings(), true);
        }

        /**
         * Makes the fake without a server: {@link FakeNscale#transport()} is the only way in.
         *
         * @return the fake
         */
        public FakeNscale inMemory() {
            return make(settings(), false);
        }

        private NscaleSettings settings() {
            return new NscaleSettings(
                    seed,
                    time,
                    keys,
                    token,
                    found,
                    provisioned,
                    gone,
                    provisioningFails,
                    deletionFails,
                    forbidden,
                    tokenLifetime,
                    quirks);
        }
    }
}
