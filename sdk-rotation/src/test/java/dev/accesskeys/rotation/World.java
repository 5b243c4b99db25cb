package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A provider with one key in use, seen from all sides: its service, its fake, what S3 says of its keys, and what somebody with
 * access to the console would do.
 */
abstract sealed class World permits LinodeWorld, NscaleWorld, TensorPoolWorld, CloudflareWorld {

    final String name;
    final VirtualTime time;
    final FakeCloud cloud;

    /** What was tried, in order: the access key id and the answer. */
    final List<String> tried = new ArrayList<>();

    World(String name, VirtualTime time, FakeCloud cloud) {
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
}
