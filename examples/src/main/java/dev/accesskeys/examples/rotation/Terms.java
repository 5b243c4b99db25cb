package dev.accesskeys.examples.rotation;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where keys are kept, how they are tried, and how long old ones stay.
 *
 * @param folder where journal and audit log are
 * @param credentials the shared credentials file
 * @param grace how long the old key stays where it is we who end it
 * @param profiles the profile of each provider; its id if it has none here
 * @param buckets a bucket by which to try the keys of a provider
 * @param confirmations whom a rotation hits, by provider, where that must be named
 * @param s3Address where to try keys; null for each key's own endpoint
 * @param certificatesAddress where Cloudflare publishes the signing keys; null if nobody shall look
 */
public record Terms(
        Path folder,
        Path credentials,
        Duration grace,
        Map<String, String> profiles,
        Map<String, String> buckets,
        Map<String, String> confirmations,
        @Nullable URI s3Address,
        @Nullable URI certificatesAddress) {

    Path journal() {
        return folder.resolve("journal");
    }

    Path audit() {
        return folder.resolve("audit.jsonl");
    }

    String profile(String provider) {
        return profiles.getOrDefault(provider, provider);
    }

    Optional<String> bucket(String provider) {
        return Optional.ofNullable(buckets.get(provider));
    }

    Optional<String> confirmation(String provider) {
        return Optional.ofNullable(confirmations.get(provider));
    }

    Optional<URI> s3() {
        return Optional.ofNullable(s3Address);
    }

    Optional<URI> certificates() {
        return Optional.ofNullable(certificatesAddress);
    }
}
