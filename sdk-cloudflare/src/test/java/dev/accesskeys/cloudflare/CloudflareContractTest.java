package dev.accesskeys.cloudflare;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import dev.accesskeys.testing.junit.AccessKeyServiceContract;
import dev.accesskeys.testing.junit.ContractSubject;
import java.time.Duration;

class CloudflareContractTest extends AccessKeyServiceContract {

    @Override
    protected ContractSubject open() {
        return new Subject(FakeCloudflare.start());
    }

    private static final class Subject implements ContractSubject {

        private final FakeCloudflare fake;
        private final CloudflareClient client;

        Subject(FakeCloudflare fake) {
            this.fake = fake;
            this.client = CloudflareClient.builder()
                    .apiToken(fake.apiToken())
                    .baseUrl(fake.baseUrl())
                    .build();
        }

        @Override
        public AccessKeyService keys() {
            return client.accessKeys(fake.accountId());
        }

        @Override
        public FakeCloud fake() {
            return fake;
        }

        @Override
        public AccessKeyId currentKey() {
            return AccessKeyId.of("cloudflare", fake.accountId());
        }

        @Override
        public AccessKeyUpdate update() {
            return AccessKeyUpdate.rotationInterval(Duration.ofDays(30));
        }

        @Override
        public AccessKeyId unknownKey() {
            return AccessKeyId.of("cloudflare", "another");
        }

        @Override
        public void settle() {
            // Nothing lags.
        }

        @Override
        public void close() {
            client.close();
            fake.close();
        }
    }
}
