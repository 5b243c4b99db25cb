package dev.accesskeys.cloudflare;

import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.util.function.UnaryOperator;

/** A fake and a client on it, both in the same virtual time. */
final class Fixture {

    static final String KEYS = "/accounts/{account_id}/access/keys";
    static final String ROTATE = KEYS + "/rotate";

    final VirtualTime time = VirtualTime.create();
    final FakeCloudflare fake;
    final CloudflareClient client;
    final SigningKeys keys;
    final String account;

    private Fixture(UnaryOperator<FakeCloudflare.Builder> settings) {
        fake = settings.apply(FakeCloudflare.builder().timeSource(time)).inMemory();
        client = CloudflareClient.builder()
                .apiToken(fake.apiToken())
                .transport(fake.transport())
                .timeSource(time)
                .random(() -> 0.5)
                .build();
        keys = client.signingKeys();
        account = fake.accountId();
    }

    static Fixture create() {
        return new Fixture(settings -> settings);
    }

    static Fixture with(UnaryOperator<FakeCloudflare.Builder> settings) {
        return new Fixture(settings);
    }

    AccessKeyService accessKeys() {
        return client.accessKeys(account);
    }

    int gets() {
        return fake.ledger().count("GET", KEYS);
    }

    int rotations() {
        return fake.ledger().count("POST", ROTATE);
    }
}
