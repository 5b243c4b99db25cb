package dev.accesskeys.keys;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose keys a service deals with, as far as that can be known without asking: the provider, the address of its API, and the
 * place there. Which account it is decides the credential, which is no part of this. Holds no secret, and is equal for two
 * clients that are set up alike, so that it can name the keys in files and reports.
 */
public final class KeyScope {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final String provider;
    private final @Nullable URI baseUrl;
    private final String place;

    private KeyScope(String provider, @Nullable URI baseUrl, String place) {
        this.provider = Objects.requireNonNull(provider, "provider");
        this.baseUrl = baseUrl;
        this.place = Objects.requireNonNull(place, "place");
    }

    /**
     * Makes the scope of a service that has no address, such as one that is made for tests.
     *
     * @param provider the provider's id
     * @return the scope, without a base URL and a place
     */
    public static KeyScope of(String provider) {
        return new KeyScope(provider, null, "");
    }

    /**
     * Makes the scope of a service whose credential alone decides whose keys it sees.
     *
     * @param provider the provider's id
     * @param baseUrl where the API is; see {@link #of(String, URI, String)}
     * @return the scope, without a place
     * @throws IllegalArgumentException if the address has no scheme or no host
     */
    public static KeyScope of(String provider, URI baseUrl) {
        return of(provider, baseUrl, "");
    }

    /**
     * Makes the scope of a service for one of several places that a credential can reach.
     *
     * @param provider the provider's id
     * @param baseUrl where the API is; user info, query and fragment are left out, and so is what makes no difference: the case
     *     of scheme and host, the default port, a slash at the end
     * @param place the provider's own id of the place, such as an endpoint or an account; empty if there is none
     * @return the scope
     * @throws IllegalArgumentException if the address has no scheme or no host
     */
    public static KeyScope of(String provider, URI baseUrl, String place) {
        return new KeyScope(provider, plain(baseUrl), place);
    }

    private static URI plain(URI url) {
        if (url.getScheme() == null || url.getHost() == null) {
            // Not quoted: an address may hold a password.
            throw new IllegalArgumentException("the base URL must have a scheme and a host");
        }
        String scheme = url.getScheme().toLowerCase(Locale.ROOT);
        int usual = scheme.equals("http") ? HTTP_PORT : HTTPS_PORT;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        String path = url.getRawPath().replaceAll("/+$", "");
        return URI.create(scheme + "://" + url.getHost().toLowerCase(Locale.ROOT) + port + path);
    }

    /**
     * Names the provider.
     *
     * @return the provider's id
     */
    public String provider() {
        return provider;
    }

    /**
     * Gives the address of the API.
     *
     * @return the address, without user info, query and a slash at the end; empty if the service has none
     */
    public Optional<URI> baseUrl() {
        return Optional.ofNullable(baseUrl);
    }

    /**
     * Gives the place at the provider.
     *
     * @return the endpoint's or the account's id; empty text where the credential decides
     */
    public String place() {
        return place;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyScope that
                && provider.equals(that.provider)
                && Objects.equals(baseUrl, that.baseUrl)
                && place.equals(that.place);
    }

    @Override
    public int hashCode() {
        return Objects.hash(provider, baseUrl, place);
    }

    /** Provider, address and place, with blanks between them: {@code example https://host/path store-1}. */
    @Override
    public String toString() {
        return provider + (baseUrl == null ? "" : " " + baseUrl) + (place.isEmpty() ? "" : " " + place);
    }
}
