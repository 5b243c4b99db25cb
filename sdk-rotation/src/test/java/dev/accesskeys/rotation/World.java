package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.cloudflare.CloudflareClient;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.nscale.NscaleClient;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.tensorpool.TensorPoolClient;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.nscale.NscaleKey;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider with one key in use, seen from all sides: its service, its fake, what S3 says of its keys, and what somebody with
 * access to the console would do.
 */
abstract sealed class World {

    final String name;
    final VirtualTime time;
    final FakeCloud cloud;

    /** What was tried, in order: the access key id and the answer. */
    final List<String> tried = new ArrayList<>();

    private World(String name, VirtualTime time, FakeCloud cloud) {
        this.name = name;
        this.time = time;
        this.cloud = cloud;
    }

    /** One of each, all without lag. */
    static Stream<World> all() {
        return Stream.of(linode(), nscale(), tensorPool(), cloudflare());
    }

    static Stream<World> overlapping() {
        return Stream.of(linode(), nscale());
    }

    static World named(String name) {
        return all().filter(world -> world.name.equals(name)).findFirst().orElseThrow();
    }

    static LinodeWorld linode() {
        VirtualTime time = VirtualTime.create();
        return new LinodeWorld(time, FakeLinode.builder().timeSource(time).inMemory());
    }

    /** On a fake of your own. */
    static LinodeWorld linodeOn(FakeLinode fake, VirtualTime time) {
        return new LinodeWorld(time, fake);
    }

    /** With a server, for rotations in other processes. */
    static LinodeWorld servedLinode() {
        VirtualTime time = VirtualTime.create();
        return new LinodeWorld(time, FakeLinode.builder().timeSource(time).start());
    }

    /** Lists stay behind for a while, and new keys work later. */
    static LinodeWorld slowLinode() {
        VirtualTime time = VirtualTime.create();
        return new LinodeWorld(
                time,
                FakeLinode.builder()
                        .timeSource(time)
                        .lag(Lag.of(Duration.ofSeconds(20)))
                        .acceptedByS3After(Duration.ofSeconds(30))
                        .inMemory());
    }

    /** Lists stay behind for longer than anybody waits for them. */
    static LinodeWorld lateLinode() {
        VirtualTime time = VirtualTime.create();
        return new LinodeWorld(
                time,
                FakeLinode.builder()
                        .timeSource(time)
                        .lag(Lag.of(Duration.ofMinutes(3)))
                        .inMemory());
    }

    static NscaleWorld nscale() {
        VirtualTime time = VirtualTime.create();
        return new NscaleWorld(time, FakeNscale.builder().timeSource(time).inMemory());
    }

    static NscaleWorld slowNscale() {
        VirtualTime time = VirtualTime.create();
        return new NscaleWorld(
                time,
                FakeNscale.builder()
                        .timeSource(time)
                        .foundAfter(Lag.of(Duration.ofSeconds(15)))
                        .provisionedAfter(Lag.of(Duration.ofSeconds(25)))
                        .goneAfter(Lag.of(Duration.ofSeconds(15)))
                        .inMemory());
    }

    /** Keys are found later than anybody waits for them. */
    static NscaleWorld lateNscale() {
        VirtualTime time = VirtualTime.create();
        return new NscaleWorld(
                time,
                FakeNscale.builder()
                        .timeSource(time)
                        .foundAfter(Lag.of(Duration.ofMinutes(3)))
                        .goneAfter(Lag.of(Duration.ofMinutes(3)))
                        .inMemory());
    }

    static TensorPoolWorld tensorPool() {
        VirtualTime time = VirtualTime.create();
        return new TensorPoolWorld(
                time, FakeTensorPool.builder().timeSource(time).inMemory());
    }

    static CloudflareWorld cloudflare() {
        VirtualTime time = VirtualTime.create();
        return new CloudflareWorld(
                time,
                FakeCloudflare.builder()
                        .timeSource(time)
                        .lastRotationAgo(Duration.ofDays(30))
                        .inMemory());
    }

    abstract AccessKeyService service();

    /** The same with a token of another account, which has keys of its own. */
    abstract AccessKeyService serviceOfAnotherAccount();

    /** The key in use, as a store holds it; null where keys have no secret. */
    abstract @Nullable StoredKey firstKey();

    abstract AccessKeyId firstId();

    /** The secrets with which S3 would check signatures now, by access key id: the keys that can be used. */
    abstract Map<String, Secret> usable();

    /** Every secret that there ever was. */
    abstract List<Secret> everySecret();

    /** What must be named to confirm; null where nothing is asked for. */
    abstract @Nullable String confirmation();

    /** Somebody revokes a key in the console. */
    abstract void revokeByHand(AccessKeyId id);

    /** The path of the request that makes a key. */
    abstract String rotatePath();

    abstract List<AccessKeyId> existing();

    boolean overlaps() {
        return this instanceof LinodeWorld || this instanceof NscaleWorld;
    }

    boolean hasSecret() {
        return !(this instanceof CloudflareWorld);
    }

    /** Tells what S3 would say, and for Cloudflare what is published. */
    KeyVerifier verifier() {
        return request -> {
            Verification verification = verify(request);
            tried.add(request.key().accessKeyId().orElse("-") + " " + verification.answer());
            return verification;
        };
    }

    Verification verify(VerificationRequest request) {
        StoredKey stored = request.stored().orElseThrow();
        Secret expected = usable().get(stored.accessKeyId().orElseThrow());
        if (expected == null) {
            return Verification.of(Answer.UNKNOWN_KEY);
        }
        return Verification.of(expected.equals(stored.secret()) ? Answer.ACCEPTED : Answer.BAD_SIGNATURE);
    }

    /** A rotator with everything that this provider needs, to be completed with journal and store. */
    RotatorBuilder rotator() {
        RotatorBuilder builder =
                Rotator.builder().service(service()).verifier(verifier()).timeSource(time);
        if (confirmation() != null) {
            builder.confirming(confirmation());
        }
        return builder;
    }

    int requestsThatChange() {
        return (int) cloud.ledger().entries().stream()
                .filter(entry -> !entry.method().equals("GET"))
                .count();
    }

    @Override
    public String toString() {
        return name;
    }

    static final class LinodeWorld extends World {

        final FakeLinode fake;
        private final LinodeKey first;

        private LinodeWorld(VirtualTime time, FakeLinode fake) {
            super("linode", time, fake);
            this.fake = fake;
            this.first = fake.account().addKey("backup");
            fake.account().addKey("of-somebody-else");
            time.advance(Duration.ofHours(1));
        }

        @Override
        AccessKeyService service() {
            return service(fake);
        }

        private AccessKeyService service(FakeLinode fake) {
            return LinodeClient.builder()
                    .baseUrl(fake.baseUrl())
                    .token(fake.token())
                    .transport(fake.transport())
                    .timeSource(time)
                    .build()
                    .accessKeys();
        }

        @Override
        AccessKeyService serviceOfAnotherAccount() {
            FakeLinode other = FakeLinode.builder().timeSource(time).seed(99).inMemory();
            other.account().addKey("theirs");
            return service(other);
        }

        @Override
        StoredKey firstKey() {
            return StoredKey.builder(fake.account().secretOf(first.id()))
                    .accessKeyId(first.accessKey())
                    .build();
        }

        @Override
        AccessKeyId firstId() {
            return AccessKeyId.of("linode", Long.toString(first.id()));
        }

        @Override
        Map<String, Secret> usable() {
            return fake.account().keys().stream()
                    .flatMap(key -> fake.account().s3SecretOf(key.accessKey()).stream()
                            .map(secret -> Map.entry(key.accessKey(), secret)))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }

        @Override
        List<Secret> everySecret() {
            return fake.account().secrets();
        }

        @Override
        @Nullable
        String confirmation() {
            return null;
        }

        @Override
        void revokeByHand(AccessKeyId id) {
            fake.account().removeKey(Long.parseLong(id.value()));
        }

        @Override
        String rotatePath() {
            return "/object-storage/keys";
        }

        @Override
        List<AccessKeyId> existing() {
            return fake.account().keys().stream()
                    .map(key -> AccessKeyId.of("linode", Long.toString(key.id())))
                    .toList();
        }
    }

    static final class NscaleWorld extends World {

        final FakeNscale fake;
        private final NscaleKey first;

        private NscaleWorld(VirtualTime time, FakeNscale fake) {
            super("nscale", time, fake);
            this.fake = fake;
            this.first = fake.project().addKey("backup");
            fake.project().addKey("of-somebody-else");
            time.advance(Duration.ofHours(1));
        }

        @Override
        AccessKeyService service() {
            return service(fake, fake.project().endpointId());
        }

        private AccessKeyService service(FakeNscale fake, String endpoint) {
            return NscaleClient.builder()
                    .baseUrl(fake.baseUrl())
                    .token(fake.token())
                    .transport(fake.transport())
                    .timeSource(time)
                    .build()
                    .accessKeys(endpoint);
        }

        @Override
        AccessKeyService serviceOfAnotherAccount() {
            FakeNscale other = FakeNscale.builder().timeSource(time).seed(99).inMemory();
            other.project().addKey("theirs");
            return service(other, other.project().endpointId());
        }

        @Override
        StoredKey firstKey() {
            return StoredKey.builder(fake.project().secretOf(first.id()))
                    .accessKeyId(first.accessKeyId())
                    .build();
        }

        @Override
        AccessKeyId firstId() {
            return id(first);
        }

        private AccessKeyId id(NscaleKey key) {
            return AccessKeyId.of("nscale", fake.project().endpointId() + "/" + key.id());
        }

        @Override
        Map<String, Secret> usable() {
            Map<String, Secret> usable = new LinkedHashMap<>();
            for (NscaleKey key : fake.project().keys()) {
                fake.project().s3SecretOf(key.accessKeyId()).ifPresent(secret -> usable.put(key.accessKeyId(), secret));
            }
            return usable;
        }

        @Override
        List<Secret> everySecret() {
            return fake.project().secrets();
        }

        @Override
        @Nullable
        String confirmation() {
            return null;
        }

        @Override
        void revokeByHand(AccessKeyId id) {
            fake.project().removeKey(id.value().substring(id.value().indexOf('/') + 1));
        }

        @Override
        String rotatePath() {
            return FakeNscale.KEYS;
        }

        @Override
        List<AccessKeyId> existing() {
            return fake.project().keys().stream().map(this::id).toList();
        }
    }

    static final class TensorPoolWorld extends World {

        final FakeTensorPool fake;
        private final AccessKeyId first;
        private final StoredKey firstKey;

        private TensorPoolWorld(VirtualTime time, FakeTensorPool fake) {
            super("tensorpool", time, fake);
            this.fake = fake;
            this.first = AccessKeyId.of("tensorpool", fake.organisation().accessKeyId());
            this.firstKey = StoredKey.builder(fake.organisation().secret())
                    .accessKeyId(fake.organisation().accessKeyId())
                    .build();
            time.advance(Duration.ofHours(1));
        }

        @Override
        AccessKeyService service() {
            return service(fake);
        }

        private AccessKeyService service(FakeTensorPool fake) {
            return TensorPoolClient.builder()
                    .baseUrl(fake.baseUrl())
                    .key(fake.token())
                    .transport(fake.transport())
                    .timeSource(time)
                    .build()
                    .accessKeys();
        }

        @Override
        AccessKeyService serviceOfAnotherAccount() {
            return service(FakeTensorPool.builder()
                    .timeSource(time)
                    .seed(99)
                    .organisation("org-other")
                    .inMemory());
        }

        @Override
        StoredKey firstKey() {
            return firstKey;
        }

        @Override
        AccessKeyId firstId() {
            return first;
        }

        @Override
        Map<String, Secret> usable() {
            return Map.of(fake.organisation().accessKeyId(), fake.organisation().secret());
        }

        @Override
        List<Secret> everySecret() {
            return List.of(firstKey.secret(), fake.organisation().secret());
        }

        @Override
        String confirmation() {
            return fake.organisation().id();
        }

        @Override
        void revokeByHand(AccessKeyId id) {
            fake.organisation().disable();
        }

        @Override
        String rotatePath() {
            return "/object-storage/rotate-keys";
        }

        @Override
        List<AccessKeyId> existing() {
            return List.of(AccessKeyId.of("tensorpool", fake.organisation().accessKeyId()));
        }
    }

    static final class CloudflareWorld extends World {

        final FakeCloudflare fake;

        private CloudflareWorld(VirtualTime time, FakeCloudflare fake) {
            super("cloudflare", time, fake);
            this.fake = fake;
        }

        @Override
        AccessKeyService service() {
            return service(fake);
        }

        private AccessKeyService service(FakeCloudflare fake) {
            return CloudflareClient.builder()
                    .baseUrl(fake.baseUrl())
                    .apiToken(fake.apiToken())
                    .transport(fake.transport())
                    .timeSource(time)
                    .build()
                    .accessKeys(fake.accountId());
        }

        @Override
        AccessKeyService serviceOfAnotherAccount() {
            return service(FakeCloudflare.builder()
                    .timeSource(time)
                    .seed(99)
                    .accountId("otheraccount")
                    .lastRotationAgo(Duration.ofDays(30))
                    .inMemory());
        }

        @Override
        @Nullable
        StoredKey firstKey() {
            return null;
        }

        @Override
        AccessKeyId firstId() {
            return AccessKeyId.of("cloudflare", fake.accountId());
        }

        @Override
        Map<String, Secret> usable() {
            return Map.of();
        }

        @Override
        List<Secret> everySecret() {
            return List.of();
        }

        @Override
        String confirmation() {
            return fake.accountId();
        }

        @Override
        void revokeByHand(AccessKeyId id) {
            throw new UnsupportedOperationException("signing keys end by themselves");
        }

        @Override
        String rotatePath() {
            return "/accounts/{account_id}/access/keys/rotate";
        }

        @Override
        List<AccessKeyId> existing() {
            return List.of(firstId());
        }

        @Override
        KeyVerifier verifier() {
            return new KeyVerifier() {
                @Override
                public Verification verify(VerificationRequest request) {
                    List<String> published = fake.account().publishedKeys();
                    boolean fresh =
                            published.stream().anyMatch(kid -> !request.before().containsValue(kid));
                    return Verification.of(fresh ? Answer.ACCEPTED : Answer.UNKNOWN_KEY);
                }

                @Override
                public Map<String, String> before() {
                    Map<String, String> notes = new LinkedHashMap<>();
                    for (String kid : fake.account().publishedKeys()) {
                        notes.put("kid " + notes.size(), kid);
                    }
                    return notes;
                }
            };
        }
    }
}
