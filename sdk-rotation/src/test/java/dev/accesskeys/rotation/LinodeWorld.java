package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Linode: several keys of an account, side by side. */
final class LinodeWorld extends World {

    final FakeLinode fake;
    private final LinodeKey first;

    LinodeWorld(VirtualTime time, FakeLinode fake) {
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
