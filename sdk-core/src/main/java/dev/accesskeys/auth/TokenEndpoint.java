package dev.accesskeys.auth;

import dev.accesskeys.RateLimit;
import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.NotSentException;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Delivery;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportException;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.time.TimeSource;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One exchange with the token endpoint. Nothing of what it answers gets into a message, but the status and the error codes that
 * the standard knows.
 */
final class TokenEndpoint {

    private static final String OPERATION = "OAuth token request";
    private static final BodyLimits LIMITS = new BodyLimits(64 * 1024, 64 * 1024);
    private static final BigDecimal LONGEST_SENSIBLE =
            BigDecimal.valueOf(Duration.ofDays(3650).toSeconds());

    /** RFC 6749, section 5.2: any other text could be anything, a secret included. */
    private static final Set<String> KNOWN_ERRORS = Set.of(
            "invalid_request",
            "invalid_client",
            "invalid_grant",
            "unauthorized_client",
            "unsupported_grant_type",
            "invalid_scope",
            "server_error",
            "temporarily_unavailable");

    private final URI address;
    private final Headers headers;
    private final byte[] form;
    private final Duration timeout;
    private final TimeSource time;

    TokenEndpoint(URI address, Headers headers, byte[] form, Duration timeout, TimeSource time) {
        this.address = address;
        this.headers = headers;
        this.form = form;
        this.timeout = timeout;
        this.time = time;
    }

    /** It cannot be had just now: asking again may help, after a time that the endpoint may have named. */
    static final class Unavailable extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable Duration retryAfter;

        private Unavailable(String problem, @Nullable Duration retryAfter) {
            super(problem, null, false, false);
            this.retryAfter = retryAfter;
        }

        Optional<Duration> retryAfter() {
            return Optional.ofNullable(retryAfter);
        }

        NotSentException toException() {
            return notSent(String.valueOf(getMessage()), "Calling again later is safe.");
        }
    }

    /**
     * Asks for a token.
     *
     * @throws Unavailable if asking again may help
     * @throws AccessKeysException if it will not
     */
    AccessToken ask(Transport transport) throws Unavailable {
        long asked = time.nanoTime();
        TransportResponse answer = exchange(transport);
        if (answer.status() / 100 != 2) {
            throw refused(answer);
        }
        if (answer.ending() != TransportResponse.Ending.WHOLE) {
            throw new Unavailable("the token endpoint's answer is cut off or too large", null);
        }
        JsonValue document;
        try {
            document = JsonValue.parse(answer.body());
        } catch (AccessKeysException e) {
            throw unreadable("is no JSON document");
        }
        return read(document, asked);
    }

    private TransportResponse exchange(Transport transport) throws Unavailable {
        CompletableFuture<TransportResponse> exchange =
                transport.send(new TransportRequest(HttpMethod.POST, address, headers, form.clone()), LIMITS);
        try {
            return exchange.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            exchange.cancel(true);
            throw new Unavailable("the token endpoint did not answer within " + timeout.toMillis() + " ms", null);
        } catch (InterruptedException e) {
            exchange.cancel(true);
            throw interrupted();
        } catch (CancellationException e) {
            throw new Unavailable("the exchange with the token endpoint was cancelled", null);
        } catch (ExecutionException e) {
            throw broken(CallFutures.unwrap(e));
        }
    }

    /** Sets the flag again, for the thread's owner to see. */
    static NotSentException interrupted() {
        Thread.currentThread().interrupt();
        return notSent("the thread was interrupted while it waited for a token", "Nothing was sent to the provider.");
    }

    private static Unavailable broken(Throwable failure) {
        if (failure instanceof TransportException known) {
            if (known.delivery() == Delivery.NOT_SENDABLE) {
                throw notSent(
                        "the token endpoint cannot be reached: " + known.getMessage(),
                        "Calling again will not help until this is mended.");
            }
            return new Unavailable("the token endpoint cannot be reached: " + known.getMessage(), null);
        }
        // The message of anything else may quote the request, secret included.
        return new Unavailable(
                "the exchange with the token endpoint failed with "
                        + failure.getClass().getName(),
                null);
    }

    private Unavailable refused(TransportResponse answer) {
        int status = answer.status();
        String problem = "the token endpoint answered with HTTP " + status + code(answer);
        if (status == 408 || status == 429 || status >= 500) {
            return new Unavailable(
                    problem,
                    RateLimit.from(answer.headers(), time.now()).retryAfter().orElse(null));
        }
        throw new ConfigurationException(
                problem,
                status / 100 == 3
                        ? "Redirects are never followed: check the address of the token endpoint."
                        : "Check the client's id and secret, the scope, and whether the endpoint wants them in a header or in"
                                + " the form.");
    }

    private static String code(TransportResponse answer) {
        try {
            return JsonValue.parse(answer.body())
                    .member("error")
                    .flatMap(JsonValue::asString)
                    .filter(KNOWN_ERRORS::contains)
                    .map(error -> " (" + error + ")")
                    .orElse("");
        } catch (AccessKeysException e) {
            return "";
        }
    }

    private static AccessToken read(JsonValue document, long asked) {
        String token = text(document, "access_token").orElseThrow(() -> unreadable("has no access_token"));
        String type = text(document, "token_type").orElse("Bearer");
        if (!type.equalsIgnoreCase("Bearer")) {
            throw unreadable("has a token of another type than Bearer");
        }
        boolean sendable = token.chars().allMatch(character -> character > 0x20 && character <= 0x7E);
        if (!sendable) {
            throw unreadable("has an access_token with characters that cannot be sent");
        }
        return new AccessToken(Secret.of(token), asked, lifetime(document).orElse(null));
    }

    private static Optional<String> text(JsonValue document, String member) {
        return document.member(member).flatMap(JsonValue::asString).filter(text -> !text.isEmpty());
    }

    /** Whole seconds; some servers write them as a text. What is no positive number tells nothing. */
    private static Optional<Duration> lifetime(JsonValue document) {
        Optional<JsonValue> member = document.member("expires_in");
        return member.flatMap(JsonValue::asNumber)
                .or(() -> member.flatMap(JsonValue::asString)
                        .filter(text -> text.matches("[0-9]{1,12}"))
                        .map(BigDecimal::new))
                .filter(seconds -> seconds.signum() > 0)
                .map(seconds -> Duration.ofSeconds(seconds.min(LONGEST_SENSIBLE).longValue()))
                .filter(lifetime -> !lifetime.isZero());
    }

    private static NotSentException unreadable(String problem) {
        return notSent(
                "the token endpoint's answer " + problem,
                "Check the address of the token endpoint, and for a proxy that answers in its place.");
    }

    private static NotSentException notSent(String problem, String advice) {
        return new NotSentException(OPERATION, problem, advice, null);
    }
}
