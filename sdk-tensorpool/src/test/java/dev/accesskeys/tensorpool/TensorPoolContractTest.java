package dev.accesskeys.tensorpool;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.junit.AccessKeyServiceContract;
import dev.accesskeys.testing.junit.ContractSubject;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.util.Optional;

class TensorPoolContractTest extends AccessKeyServiceContract {

    @Override
    protected ContractSubject open() {
        return new Subject(FakeTensorPool.start());
    }

    private static final class Subject implements ContractSubject {

        private final FakeTensorPool fake;
        private final TensorPoolClient client;
        private final AccessKeyId current;

        Subject(FakeTensorPool fake) {
            this.fake = fake;
            this.client = TensorPoolClient.builder()
                    .key(fake.token())
                    .baseUrl(fake.baseUrl())
                    .build();
            this.current = AccessKeyId.of("tensorpool", fake.organisation().accessKeyId());
        }

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
            return current;
        }

        @Override
        public AccessKeyId unknownKey() {
            return AccessKeyId.of("tensorpool", "UNKNOWN");
        }

        @Override
        public Optional<String> confirmation() {
            return Optional.of(fake.organisation().id());
        }

        @Override
        public void beforeCreate() {
            fake.organisation().disable();
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
