package dev.accesskeys.tensorpool;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.util.function.UnaryOperator;

/** A fake and a client on it, both in the same virtual time. */
final class Fixture {

    static final String CREDENTIALS = "/object-storage/credentials";
    static final String ROTATE = "/object-storage/rotate-keys";
    static final String ENABLE = "/object-storage/enable";
    static final String DISABLE = "/object-storage/disable";
    static final WholeOrganisation CONFIRMED = WholeOrganisation.named("org-42");

    final VirtualTime time = VirtualTime.create();
    final FakeTensorPool fake;
    final TensorPoolClient client;
    final ObjectStorage storage;

    private Fixture(UnaryOperator<FakeTensorPool.Builder> settings) {
        fake = settings.apply(FakeTensorPool.builder().timeSource(time)).inMemory();
        client = TensorPoolClient.builder()
                .key(fake.token())
                .transport(fake.transport())
                .timeSource(time)
                .random(() -> 0.5)
                .build();
        storage = client.objectStorage();
    }

    static Fixture create() {
        return new Fixture(settings -> settings);
    }

    static Fixture with(UnaryOperator<FakeTensorPool.Builder> settings) {
        return new Fixture(settings);
    }

    AccessKeyService accessKeys() {
        return client.accessKeys();
    }

    AccessKeyId currentId() {
        return AccessKeyId.of("tensorpool", fake.organisation().accessKeyId());
    }

    int rotations() {
        return fake.ledger().count("POST", ROTATE);
    }

    /** Requests that are not reads. */
    long changesSent() {
        return fake.ledger().entries().stream()
                .filter(entry -> !entry.method().equals("GET"))
                .count();
    }
}
