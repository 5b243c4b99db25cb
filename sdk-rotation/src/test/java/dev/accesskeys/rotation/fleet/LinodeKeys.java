package dev.accesskeys.rotation.fleet;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.RotatorBuilder;
import dev.accesskeys.rotation.journal.MemoryJournal;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import java.util.ArrayList;
import java.util.List;

/** An account with several keys in use, each in a store of its own. One good answer is enough, so that no time passes. */
final class LinodeKeys {

    final VirtualTime time = VirtualTime.create();
    final MemoryJournal journal = new MemoryJournal();
    final List<MemoryStore> stores = new ArrayList<>();
    final FakeLinode fake;
    private final AccessKeyService service;

    LinodeKeys(int keys) {
        this(1, keys);
    }

    LinodeKeys(long seed, int keys) {
        fake = FakeLinode.builder()
                .timeSource(time)
                .seed(seed)
                .keys(keys)
                .quota(10 * keys)
                .inMemory();
        service = LinodeClient.builder()
                .baseUrl(fake.baseUrl())
                .token(fake.token())
                .transport(fake.transport())
                .timeSource(time)
                .build()
                .accessKeys();
        for (LinodeKey key : fake.account().keys()) {
            StoredKey stored = StoredKey.builder(fake.account().secretOf(key.id()))
                    .accessKeyId(key.accessKey())
                    .build();
            stores.add(MemoryStore.holding("memory:" + seed + "/" + key.label(), stored));
        }
    }

    /** A rotator of the key of that number, from zero on, to be completed. */
    RotatorBuilder rotator(int number) {
        return Rotator.builder()
                .service(service)
                .journal(journal)
                .store(stores.get(number))
                .verifier(verifier())
                .verification(VerificationPolicy.standard().withConsecutive(1))
                .timeSource(time);
    }

    List<Rotator> rotators() {
        List<Rotator> all = new ArrayList<>();
        for (int number = 0; number < stores.size(); number++) {
            all.add(rotator(number).build());
        }
        return all;
    }

    KeyVerifier verifier() {
        return request -> {
            StoredKey stored = request.stored().orElseThrow();
            Secret secret = stored.secret();
            return Verification.of(
                    fake.account()
                                    .s3SecretOf(stored.accessKeyId().orElseThrow())
                                    .filter(secret::equals)
                                    .isPresent()
                            ? Answer.ACCEPTED
                            : Answer.UNKNOWN_KEY);
        };
    }

    static KeyVerifier neverWorks() {
        return request -> Verification.of(Answer.UNKNOWN_KEY);
    }

    int creates() {
        return fake.ledger().applied("POST", "/object-storage/keys").size();
    }
}
