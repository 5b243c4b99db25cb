package dev.accesskeys.rotation.verify;

import dev.accesskeys.client.StandardTransport;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Headers;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.http.TransportResponse.Ending;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sees that a signing key was rotated, where the public halves are published as a JSON Web Key Set (RFC 7517): a key id is there
 * that was not there before. At Cloudflare that is {@code https://<team>.cloudflareaccess.com/cdn-cgi/access/certs}.
 *
 * <pre>{@code
 * Rotator.builder()
 *         .service(cloudflare.accessKeys(accountId))
 *         .verifier(PublishedKeysVerifier.at(URI.create("https://example.cloudflareaccess.com/cdn-cgi/access/certs")))
 * }</pre>
 *
 * The set is public: nothing secret is sent. Close it at the end.
 */
public final class PublishedKeysVerifier implements KeyVerifier, AutoCloseable {

    private static final String PUBLISHED = "published_key_ids";
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_SET = 1 << 20;

    private final URI url;
    private final Transport transport;

    private PublishedKeysVerifier(URI url, Transport transport) {
        this.url = url;
        this.transport = transport;
    }

    /**
     * Makes a verifier. Nothing is sent.
     *
     * @param url where the key set is published: https, or http on this machine, without user information
     * @return the verifier, to be closed
     * @throws ConfigurationException if it is another address
     */
    public static PublishedKeysVerifier at(URI url) {
        return at(url, StandardTransport.create(TIMEOUT));
    }

    /**
     * Makes a verifier with a transport of your own, for tests and proxies.
     *
     * @param url where the key set is published
     * @param transport sends the requests; it is closed with the verifier
     * @return the verifier, to be closed
     * @throws ConfigurationException if it is not an address that may be asked
     */
    public static PublishedKeysVerifier at(URI url, Transport transport) {
        String host = url.getHost();
        boolean here =
                host != null && Set.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
        boolean safe = "https".equalsIgnoreCase(url.getScheme()) || (here && "http".equalsIgnoreCase(url.getScheme()));
        if (host == null || !safe || url.getRawUserInfo() != null) {
            throw new ConfigurationException(
                    "the address of the published keys must be https, with a host and without user information",
                    "Give an address such as https://example.cloudflareaccess.com/cdn-cgi/access/certs.");
        }
        return new PublishedKeysVerifier(url, transport);
    }

    /**
     * {@inheritDoc}
     *
     * @throws ConnectionException if the key set cannot be had
     */
    @Override
    public Map<String, String> before() {
        try {
            return Map.of(PUBLISHED, String.join(" ", published()));
        } catch (UnusableException e) {
            throw new ConnectionException("published keys", e.words, Applied.NO, null);
        }
    }

    @Override
    public Verification verify(VerificationRequest request) {
        String before = request.before().get(PUBLISHED);
        if (before == null) {
            return new Verification(Answer.UNREACHABLE, "nobody noted which keys were published before");
        }
        List<String> known = Arrays.asList(before.split(" "));
        try {
            Set<String> now = published();
            return now.stream().anyMatch(id -> !known.contains(id))
                    ? new Verification(Answer.ACCEPTED, "a new key id is published")
                    : new Verification(Answer.UNKNOWN_KEY, "no new key id is published yet");
        } catch (UnusableException e) {
            return new Verification(Answer.UNREACHABLE, e.words);
        }
    }

    private Set<String> published() throws UnusableException {
        TransportRequest request = new TransportRequest(
                HttpMethod.GET,
                url,
                Headers.builder().set("Accept", "application/json").build(),
                null);
        TransportResponse response = await(transport.send(request, new BodyLimits(MAX_SET, 1024)));
        if (response.status() != 200 || response.ending() != Ending.WHOLE) {
            throw new UnusableException("the answer was " + response.status() + ", or not whole");
        }
        try {
            Set<String> ids = new TreeSet<>();
            for (JsonValue key : JsonValue.parse(response.body())
                    .member("keys")
                    .orElseThrow()
                    .elements()) {
                key.member("kid").flatMap(JsonValue::asString).ifPresent(ids::add);
            }
            if (ids.isEmpty()) {
                throw new UnusableException("no key id is published");
            }
            return ids;
        } catch (AccessKeysException | IllegalStateException | NoSuchElementException e) {
            throw new UnusableException("the answer is not a key set");
        }
    }

    private static TransportResponse await(CompletableFuture<TransportResponse> answer) throws UnusableException {
        try {
            return answer.get(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw new UnusableException("the connection failed");
        } catch (TimeoutException e) {
            throw new UnusableException("no answer within " + TIMEOUT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnusableException("interrupted");
        } finally {
            answer.cancel(true);
        }
    }

    /** Frees the connection. */
    @Override
    public void close() {
        transport.close();
    }

    /** The key set cannot be had. */
    private static final class UnusableException extends Exception {

        private static final long serialVersionUID = 1L;

        private final String words;

        private UnusableException(String words) {
            super(words);
            this.words = words;
        }
    }
}
