package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.cloudflare.CloudflareClient;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cloudflare: the signing keys of an account, without a secret. */
final class CloudflareWorld extends World {

    final FakeCloudflare fake;

    CloudflareWorld(VirtualTime time, FakeCloudflare fake) {
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
