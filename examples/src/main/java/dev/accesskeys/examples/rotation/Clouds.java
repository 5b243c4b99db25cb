package dev.accesskeys.examples.rotation;

import static java.util.Map.entry;

import dev.accesskeys.Secret;
import dev.accesskeys.s3server.IdentitySource;
import dev.accesskeys.s3server.S3Server;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.nscale.NscaleKey;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Four providers and an S3 server on this machine. The server takes the keys that three of the providers know, and no others. */
public final class Clouds implements AutoCloseable {

    static final List<String> PROVIDERS = List.of("linode", "nscale", "tensorpool", "cloudflare");
    static final String BUCKET = "backups";

    private static final String CREATE_AT_LINODE = "/object-storage/keys";
    private static final Duration LONG_AGO = Duration.ofDays(30);

    private final FakeLinode linode = FakeLinode.builder()
            // A new key is not taken at once: whoever publishes it without trying it loses writes.
            .acceptedByS3After(Duration.ofSeconds(1))
            .start();
    private final FakeNscale nscale = FakeNscale.start();
    private final FakeTensorPool tensorpool =
            FakeTensorPool.builder().organisation("org-42").start();
    private final FakeCloudflare cloudflare =
            FakeCloudflare.builder().lastRotationAgo(LONG_AGO).start();
    private final S3Server s3;
    private final List<FirstKey> firstKeys;

    /** A key that is in use before the first rotation. */
    record FirstKey(String provider, String accessKeyId, Secret secret) {}

    private Clouds() {
        IdentitySource identities = linode.account()::s3SecretOf;
        s3 = S3Server.start(identities.or(nscale.project()::s3SecretOf).or(tensorpool.organisation()::s3SecretOf));
        s3.makeBucket(BUCKET);
        LinodeKey atLinode = linode.account().addKey("backup");
        NscaleKey atNscale = nscale.project().addKey("backup");
        firstKeys = List.of(
                new FirstKey("linode", atLinode.accessKey(), linode.account().secretOf(atLinode.id())),
                new FirstKey("nscale", atNscale.accessKeyId(), nscale.project().secretOf(atNscale.id())),
                new FirstKey(
                        "tensorpool",
                        tensorpool.organisation().accessKeyId(),
                        tensorpool.organisation().secret()));
    }

    /** Starts all of them. */
    public static Clouds start() {
        return new Clouds();
    }

    /** Orders that Linode makes the next key and its answer never arrives. */
    void loseAnAnswer() {
        linode.faults().onCall(1).of("POST", CREATE_AT_LINODE).order(Fault.applyThenDrop());
    }

    List<FirstKey> firstKeys() {
        return firstKeys;
    }

    /** What the environment would have to hold to reach them. */
    Map<String, String> settings() {
        return Map.ofEntries(
                entry("LINODE_TOKEN", linode.token()),
                entry("LINODE_URL", linode.baseUrl().toString()),
                entry("NSCALE_SERVICE_TOKEN", nscale.token()),
                entry("NSCALE_STORAGE_SERVICE_API_ENDPOINT", nscale.baseUrl().toString()),
                entry("NSCALE_ENDPOINT_ID", nscale.project().endpointId()),
                entry("TENSORPOOL_KEY", tensorpool.token()),
                entry("TENSORPOOL_ENGINE", tensorpool.baseUrl().toString()),
                entry("TENSORPOOL_ORGANISATION", tensorpool.organisation().id()),
                entry("CLOUDFLARE_API_TOKEN", cloudflare.apiToken()),
                entry("CLOUDFLARE_BASE_URL", cloudflare.baseUrl().toString()),
                entry("CLOUDFLARE_ACCOUNT_ID", cloudflare.accountId()));
    }

    URI s3() {
        return s3.url();
    }

    URI certificates() {
        return cloudflare.certificatesUrl();
    }

    /** How many keys a provider has made since it was started, by its own account; whether or not the answer arrived. */
    public int keysMade(String provider) {
        return switch (provider) {
            case "linode" -> linode.ledger().applied("POST", CREATE_AT_LINODE).size();
            case "nscale" -> nscale.ledger().applied("POST", FakeNscale.KEYS).size();
            case "tensorpool" ->
                tensorpool
                        .ledger()
                        .applied("POST", "/object-storage/rotate-keys")
                        .size();
            default ->
                cloudflare
                        .ledger()
                        .applied("POST", "/accounts/{account_id}/access/keys/rotate")
                        .size();
        };
    }

    /** How many keys can still be used. */
    public int keysLeft(String provider) {
        return switch (provider) {
            case "linode" -> linode.account().keys().size();
            case "nscale" -> nscale.project().keys().size();
            case "tensorpool" -> tensorpool.organisation().isEnabled() ? 1 : 0;
            default -> cloudflare.account().publishedKeys().size();
        };
    }

    /** Whatever must be seen nowhere: tokens, and the secrets of all keys that there have been. */
    public List<Secret> secrets() {
        List<Secret> all = new ArrayList<>(linode.account().secrets());
        all.addAll(nscale.project().secrets());
        all.add(tensorpool.organisation().secret());
        firstKeys.forEach(key -> all.add(key.secret()));
        for (String token : List.of(linode.token(), nscale.token(), tensorpool.token(), cloudflare.apiToken())) {
            all.add(Secret.of(token));
        }
        return all;
    }

    @Override
    public void close() {
        s3.close();
        cloudflare.close();
        tensorpool.close();
        nscale.close();
        linode.close();
    }
}
