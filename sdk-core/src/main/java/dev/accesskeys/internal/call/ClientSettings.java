package dev.accesskeys.internal.call;

import dev.accesskeys.CallOptions;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Transport;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.listener.AttemptListener;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.operation.FailureClassifier;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.time.TimeSource;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.DoubleSupplier;

/** Everything that is the same for all calls of one client. */
public final class ClientSettings {

    private final ProviderDescription provider;
    private final Transport transport;
    private final CallOptions options;
    private final Executor callbacks;
    private final TimeSource time;
    private final DoubleSupplier random;
    private final Listeners listeners;
    private final Credentials credentials;
    private final Requests requests;
    private final AnswerReader answers;
    private final RequestLimiter limiter;
    private final BodyLimits objectLimits;
    private final BodyLimits pageLimits;
    private final Duration settleTime;
    private final RetryBudget budget = new RetryBudget();

    /**
     * Puts the settings together.
     *
     * @param from what the builder of the client collected
     */
    public ClientSettings(Source from) {
        provider = from.provider();
        transport = from.transport();
        options = from.options();
        callbacks = new DependableExecutor(from.callbacks());
        time = from.time();
        random = from.random();
        listeners = new Listeners(from.callListeners(), from.attemptListeners());
        credentials = new Credentials(provider, from.credentials());
        requests = new Requests(from.baseUrl(), from.userAgent());
        answers = new AnswerReader(provider, from.classifier(), from.jsonLimits(), time);
        limiter = from.keepRateLimits() ? new RequestLimiter(provider.rateLimits(), time) : RequestLimiter.unlimited();
        objectLimits = from.objectLimits();
        pageLimits = from.pageLimits();
        settleTime = from.settleTime();
    }

    /**
     * What the builder of a client collects.
     *
     * @param provider the provider
     * @param baseUrl the checked base URL
     * @param userAgent what the client calls itself
     * @param transport sends
     * @param classifier reads errors
     * @param credentials credentials by the names of security schemes
     * @param options what holds for a call that does not say otherwise
     * @param callbacks where futures complete
     * @param time the time
     * @param random numbers from 0 to 1 for the jitter of waits
     * @param callListeners watch calls
     * @param attemptListeners watch attempts
     * @param keepRateLimits whether calls are held back to stay under the provider's documented limits
     * @param jsonLimits what a document may cost
     * @param objectLimits how much is read of answers with one object
     * @param pageLimits how much is read of answers with a page
     * @param settleTime how long the answer to a change that was sent is still awaited after the call was stopped
     */
    public record Source(
            ProviderDescription provider,
            URI baseUrl,
            String userAgent,
            Transport transport,
            FailureClassifier classifier,
            Map<String, CredentialProvider> credentials,
            CallOptions options,
            Executor callbacks,
            TimeSource time,
            DoubleSupplier random,
            List<CallListener> callListeners,
            List<AttemptListener> attemptListeners,
            boolean keepRateLimits,
            JsonLimits jsonLimits,
            BodyLimits objectLimits,
            BodyLimits pageLimits,
            Duration settleTime) {}

    ProviderDescription provider() {
        return provider;
    }

    Transport transport() {
        return transport;
    }

    CallOptions options() {
        return options;
    }

    Executor callbacks() {
        return callbacks;
    }

    TimeSource time() {
        return time;
    }

    DoubleSupplier random() {
        return random;
    }

    Listeners listeners() {
        return listeners;
    }

    Credentials credentials() {
        return credentials;
    }

    Requests requests() {
        return requests;
    }

    AnswerReader answers() {
        return answers;
    }

    RequestLimiter limiter() {
        return limiter;
    }

    RetryBudget budget() {
        return budget;
    }

    Duration settleTime() {
        return settleTime;
    }

    BodyLimits bodyLimits(Operation<?> operation) {
        return operation.answersWithPage() ? pageLimits : objectLimits;
    }
}
