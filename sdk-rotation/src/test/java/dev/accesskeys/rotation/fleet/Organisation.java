package dev.accesskeys.rotation.fleet;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.RotatorBuilder;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.tensorpool.TensorPoolClient;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.time.Duration;

/** An organisation at TensorPool: one key for all, and no place in its address that would say which organisation it is. */
final class Organisation {

    final VirtualTime time = VirtualTime.create();
    final MemoryJournal journal = new MemoryJournal();
    final FakeTensorPool fake;

    Organisation(String name, long seed) {
        fake = FakeTensorPool.builder()
                .timeSource(time)
                .seed(seed)
                .organisation(name)
                .inMemory();
        time.advance(Duration.ofHours(1));
    }

    StoredKey key() {
        return StoredKey.builder(fake.organisation().secret())
                .accessKeyId(fake.organisation().accessKeyId())
                .build();
    }

    MemoryStore store(String name) {
        return MemoryStore.holding(name, key());
    }

    RotatorBuilder rotator(MemoryStore store) {
        return Rotator.builder()
                .service(TensorPoolClient.builder()
                        .baseUrl(fake.baseUrl())
                        .key(fake.token())
                        .transport(fake.transport())
                        .timeSource(time)
                        .build()
                        .accessKeys())
                .journal(journal)
                .store(store)
                .verifier(request -> {
                    Secret secret = request.stored().orElseThrow().secret();
                    return Verification.of(
                            secret.equals(fake.organisation().secret()) ? Answer.ACCEPTED : Answer.BAD_SIGNATURE);
                })
                .confirming(fake.organisation().id())
                .timeSource(time);
    }

    int rotations() {
        return fake.ledger().applied("POST", "/object-storage/rotate-keys").size();
    }
}
