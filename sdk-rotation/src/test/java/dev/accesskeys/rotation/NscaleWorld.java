package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.nscale.NscaleClient;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.nscale.NscaleKey;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** nscale: several keys of an endpoint, side by side. */
final class NscaleWorld extends World {

    final FakeNscale fake;
    private final NscaleKey first;

    NscaleWorld(VirtualTime time, FakeNscale fake) {
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
