package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.tensorpool.TensorPoolClient;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** TensorPool: the one pair of an organisation. */
final class TensorPoolWorld extends World {

    final FakeTensorPool fake;
    private final AccessKeyId first;
    private final StoredKey firstKey;

    TensorPoolWorld(VirtualTime time, FakeTensorPool fake) {
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
