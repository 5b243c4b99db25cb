package dev.accesskeys.acorn;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.junit.AccessKeyServiceContract;
import dev.accesskeys.testing.junit.ContractSubject;

class AcornContractTest extends AccessKeyServiceContract {

    @Override
    protected ContractSubject open() {
        return new Subject();
    }

    private static final class Subject implements ContractSubject {

        private final FakeAcorn fake = FakeAcorn.start();
        private final AcornClient client = AcornClient.builder()
                .apiKey(FakeAcorn.API_KEY)
                .baseUrl(fake.baseUrl())
                .build();

        @Override
        public AccessKeyService keys() {
            return client.accessKeys();
        }

        @Override
        public FakeCloud fake() {
            return fake;
        }

        @Override
        public AccessKeyId currentKey() {
            return AccessKeyId.of("acorn", "1");
        }

        @Override
        public AccessKeyId unknownKey() {
            return AccessKeyId.of("acorn", "999");
        }

        @Override
        public void settle() {
            // Nothing takes time at Acorn.
        }

        @Override
        public void close() {
            client.close();
            fake.close();
        }
    }
}
