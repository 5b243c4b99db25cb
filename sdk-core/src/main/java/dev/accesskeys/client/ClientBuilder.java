package dev.accesskeys.client;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Secret;
import dev.accesskeys.SecretSink;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Transport;
import dev.accesskeys.internal.call.ClientCaller;
import dev.accesskeys.internal.call.ClientSettings;
import dev.accesskeys.internal.http.JdkTransport;
import dev.accesskeys.internal.text.CredentialText;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.listener.AttemptListener;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.operation.FailureClassifier;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.time.TimeSource;
import java.net.ProxySelector;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The options that the builders of all providers' clients share. Every one has a default that is good for production; a client
 * needs a credential and nothing else.
 *
 * @param <B> the provider's own builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {

    private static final int KIB = 1024;
    private static final int ERROR_BODY = 64 * KIB;

    private final ProviderDescription provider;
    private final FailureClassifier classifier;
    private final GivenCredentials credentials;
    private final List<CallListener> callListeners = new ArrayList<>();
    private final List<AttemptListener> attemptListeners = new ArrayList<>();

    private final BaseUrl baseUrl = new BaseUrl();
    private CallOptions options = CallOptions.deadline(Duration.ofMinutes(2)).withRetryPolicy(RetryPolicy.standard());
    private @Nullable Transport transport;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private boolean http2;
    private @Nullable ProxySelector proxy;
    private @Nullable SSLContext sslContext;
    private Executor callbacks = ForkJoinPool.commonPool();
    private TimeSource time = TimeSource.system();
    private DoubleSupplier random = () -> ThreadLocalRandom.current().nextDouble();
    private String application = "";
    private boolean keepRateLimits;
    private int maxObjectBytes = KIB * KIB;
    private int maxPageBytes = 16 * KIB * KIB;
    private JsonLimits jsonLimits = JsonLimits.DEFAULT;
    private Duration settleTime = Duration.ofSeconds(20);

    /**
     * Starts the builder of a provider's client.
     *
     * @param provider what the provider's document says
     * @param classifier reads the provider's errors
     */
    protected ClientBuilder(ProviderDescription provider, FailureClassifier classifier) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.classifier = Objects.requireNonNull(classifier, "classifier");
        this.credentials = new GivenCredentials(provider);
    }

    /**
     * Gives this builder as the provider's own type.
     *
     * @return this
     */
    protected abstract B self();

    /**
     * Sets a credential.
     *
     * @param scheme the name of the security scheme in the provider's document
     * @param source gives the credential
     * @return this builder
     */
    protected final B credential(String scheme, CredentialProvider source) {
        credentials.give(scheme, source);
        return self();
    }

    /**
     * Sets a credential that the application has at hand. It is checked at once.
     *
     * @param scheme the name of the security scheme in the provider's document
     * @param value the credential
     * @return this builder
     * @throws ConfigurationException if there is none, it is blank, or has other than visible ASCII characters; the message
     *     names the scheme and does not contain the credential
     */
    protected final B credential(String scheme, @Nullable String value) {
        Secret checked = CredentialText.require(scheme + " (given to the builder)", value);
        return credential(scheme, () -> checked);
    }

    /**
     * Reads the credential, unless one is set already, and the base URL from the environment variables that the provider's own
     * tools use. Variables that are not set are passed over; what was given to this builder before wins over them.
     *
     * @param variables values by name, such as {@link System#getenv()}
     * @return this builder
     * @throws ConfigurationException if a variable is set to something that cannot be used
     */
    public final B environment(Map<String, String> variables) {
        credentials.read(variables);
        baseUrl.read(provider.baseUrlVariable(), variables);
        return self();
    }

    /**
     * Sets the address of the API, in the place of the provider's own.
     *
     * @param url an {@code https} address without user information, query and fragment; {@code http} for this machine only
     * @return this builder
     */
    public final B baseUrl(URI url) {
        baseUrl.give(url);
        return self();
    }

    /**
     * Sets options that hold for every call which does not say otherwise. What they leave open stays as it is.
     *
     * @param defaults the options
     * @return this builder
     */
    public final B options(CallOptions defaults) {
        options = options.overriddenBy(defaults);
        return self();
    }

    /**
     * Sets the time for a whole call, attempts and waits together; 2 minutes unless set.
     *
     * @param total the time, more than zero; see the warning at {@link CallOptions#deadline(Duration)}
     * @return this builder
     * @throws IllegalArgumentException if it is zero or less
     */
    public final B deadline(Duration total) {
        return options(CallOptions.deadline(total));
    }

    /**
     * Sets how failed calls are repeated; {@link RetryPolicy#standard()} unless set.
     *
     * @param policy the policy
     * @return this builder
     */
    public final B retryPolicy(RetryPolicy policy) {
        return options(CallOptions.retryPolicy(policy));
    }

    /**
     * Sets where the secrets of answers go before anything else happens with them; nowhere unless set.
     *
     * @param sink takes the secrets
     * @return this builder
     */
    public final B secretSink(SecretSink sink) {
        return options(CallOptions.secretSink(sink));
    }

    /**
     * Sets how long making a connection may take; 10 seconds unless set. Not used with a {@link #transport} of one's own.
     *
     * @param time the time, more than zero
     * @return this builder
     * @throws IllegalArgumentException if it is zero or less
     */
    public final B connectTimeout(Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException("connectTimeout must be more than zero; given: " + time);
        }
        connectTimeout = time;
        return self();
    }

    /**
     * Offers HTTP/2 to the server. Off unless set: for the few calls of this kind HTTP/1.1 is cheaper.
     *
     * @param offer whether to offer it
     * @return this builder
     */
    public final B http2(boolean offer) {
        http2 = offer;
        return self();
    }

    /**
     * Sets the proxy; the one of the system unless set. Not used with a {@link #transport} of one's own.
     *
     * @param selector picks the proxy, such as {@link ProxySelector#of}
     * @return this builder
     */
    public final B proxy(ProxySelector selector) {
        proxy = Objects.requireNonNull(selector, "proxy");
        return self();
    }

    /**
     * Sets keys and trust for TLS; the system's unless set. Not used with a {@link #transport} of one's own.
     *
     * @param context the context
     * @return this builder
     */
    public final B sslContext(SSLContext context) {
        sslContext = Objects.requireNonNull(context, "sslContext");
        return self();
    }

    /**
     * Sends over something else than the JDK's client. It is closed together with the client.
     *
     * @param replacement the transport, which keeps to what {@link Transport} demands
     * @return this builder
     */
    public final B transport(Transport replacement) {
        transport = Objects.requireNonNull(replacement, "transport");
        return self();
    }

    /**
     * Sets where futures complete and so where callbacks run; the common pool unless set. It is not shut down with the client.
     *
     * @param executor runs callbacks
     * @return this builder
     */
    public final B callbackExecutor(Executor executor) {
        callbacks = Objects.requireNonNull(executor, "callbackExecutor");
        return self();
    }

    /**
     * Adds a listener that is told of calls.
     *
     * @param listener the listener
     * @return this builder
     */
    public final B callListener(CallListener listener) {
        callListeners.add(Objects.requireNonNull(listener, "callListener"));
        return self();
    }

    /**
     * Adds a listener that is told of attempts.
     *
     * @param listener the listener
     * @return this builder
     */
    public final B attemptListener(AttemptListener listener) {
        attemptListeners.add(Objects.requireNonNull(listener, "attemptListener"));
        return self();
    }

    /**
     * Names the application in the {@code User-Agent} header, before the name of the SDK.
     *
     * @param name product and version, such as {@code rotator/1.4}; visible ASCII and blanks
     * @return this builder
     * @throws IllegalArgumentException if it has other characters
     */
    public final B application(String name) {
        if (!name.matches("[\\x20-\\x7E]*")) {
            throw new IllegalArgumentException("application must have visible ASCII characters and blanks only");
        }
        application = name.strip();
        return self();
    }

    /**
     * Holds calls back so that this client stays under the limits that the provider documents. Off unless set. Counts what this
     * client sends, not what others send for the same account.
     *
     * @param keep whether to hold back
     * @return this builder
     */
    public final B keepRateLimits(boolean keep) {
        keepRateLimits = keep;
        return self();
    }

    /**
     * Sets how much of an answer is read before it is refused; 1 MiB for one object and 16 MiB for a page unless set.
     *
     * @param objectBytes the limit for an answer with one object, 1 or more
     * @param pageBytes the limit for a page of a list, 1 or more
     * @return this builder
     * @throws IllegalArgumentException if a limit is below 1
     */
    public final B maxAnswerBytes(int objectBytes, int pageBytes) {
        if (objectBytes < 1 || pageBytes < 1) {
            throw new IllegalArgumentException("limits must be 1 or more");
        }
        maxObjectBytes = objectBytes;
        maxPageBytes = pageBytes;
        return self();
    }

    /**
     * Sets what a JSON document may cost; {@link JsonLimits#DEFAULT} unless set.
     *
     * @param limits the limits
     * @return this builder
     */
    public final B jsonLimits(JsonLimits limits) {
        jsonLimits = Objects.requireNonNull(limits, "jsonLimits");
        return self();
    }

    /**
     * Sets how long the answer to a create or a rotate that has been sent is still awaited when the call is interrupted or
     * cancelled or the client is closed; 20 seconds unless set. Giving up sooner leaves more keys whose secret nobody has.
     *
     * @param time the time, zero or more
     * @return this builder
     * @throws IllegalArgumentException if it is negative
     */
    public final B settleTime(Duration time) {
        if (time.isNegative()) {
            throw new IllegalArgumentException("settleTime must be zero or more; given: " + time);
        }
        settleTime = time;
        return self();
    }

    /**
     * Sets the clock and the waits between attempts, for tests.
     *
     * @param source the time
     * @return this builder
     */
    public final B timeSource(TimeSource source) {
        time = Objects.requireNonNull(source, "timeSource");
        return self();
    }

    /**
     * Sets the randomness of the waits between attempts, for tests.
     *
     * @param source gives numbers from 0 (inclusive) to 1 (exclusive)
     * @return this builder
     */
    public final B random(DoubleSupplier source) {
        random = Objects.requireNonNull(source, "random");
        return self();
    }

    /**
     * Checks everything and makes the connection that the provider's client works on. Nothing is sent.
     *
     * @return the connection
     * @throws ConfigurationException if a credential is missing, the base URL is not allowed, or the JVM is set up so that
     *     requests would be sent twice
     */
    protected final ClientConnection connect() {
        JvmSettings.requireSafe();
        URI url = baseUrl.require(provider);
        Map<String, CredentialProvider> checked = credentials.require();
        Transport sending = transport == null ? new JdkTransport(connectTimeout, http2, proxy, sslContext) : transport;
        return new ClientConnection(
                new ClientCaller(new ClientSettings(new ClientSettings.Source(
                        provider,
                        url,
                        UserAgent.of(application),
                        sending,
                        classifier,
                        checked,
                        options,
                        callbacks,
                        time,
                        random,
                        callListeners,
                        attemptListeners,
                        keepRateLimits,
                        jsonLimits,
                        new BodyLimits(maxObjectBytes, ERROR_BODY),
                        new BodyLimits(maxPageBytes, ERROR_BODY),
                        settleTime))),
                url,
                time);
    }
}
