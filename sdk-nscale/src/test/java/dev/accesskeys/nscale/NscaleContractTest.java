package dev.accesskeys.nscale;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.junit.AccessKeyServiceContract;
import dev.accesskeys.testing.junit.ContractSubject;
import dev.accesskeys.testing.nscale.FakeNscale;
import java.time.Duration;

class NscaleContractTest extends AccessKeyServiceContract {

    @Override
    protected ContractSubject open() {
        return new Subject();
    }

    /** Everything takes its time, as at nscale. */
    private static final class Subject implements ContractSubject {

        private final VirtualTime time = VirtualTime.create();
        private final FakeNscale fake = FakeNscale.builder()
                .keys(3)
                .timeSource(time)
                .foundAfter(Lag.of(Duration.ofSeconds(2)))
                .provisionedAfter(Lag.of(Duration.ofSeconds(10)))
                .goneAfter(Lag.of(Duration.ofSeconds(10)))
                .start();
        private final NscaleClient client = NscaleClient.builder()
                .token(fake.token())
                .baseUrl(fake.baseUrl())
                .timeSource(time)
                .build();
        private final String endpoint = fake.project().endpointId();
        private final AccessKeyId current = AccessKeyId.of(
                "nscale", endpoint + "/" + fake.project().keys().get(0).id());

        @Override
        public AccessKeyService keys() {
            return client.accessKeys(endpoint);
        }

        @Override
        public FakeCloud fake() {
            return fake;
        }

        @Override
        public AccessKeyId currentKey() {
            return current;
        }

        @Override
        public AccessKeyId unknownKey() {
            return AccessKeyId.of("nscale", endpoint + "/00000000-0000-4000-8000-000000000000");
        }

        @Override
        public void settle() {
            time.advance(Duration.ofMinutes(1));
        }

        @Override
        public void close() {
            client.close();
            fake.close();
        }
    }
}
