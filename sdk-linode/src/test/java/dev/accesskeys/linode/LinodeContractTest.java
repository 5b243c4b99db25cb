package dev.accesskeys.linode;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.testing.FakeCloud;
import dev.accesskeys.testing.junit.AccessKeyServiceContract;
import dev.accesskeys.testing.junit.ContractSubject;
import dev.accesskeys.testing.linode.FakeLinode;

class LinodeContractTest extends AccessKeyServiceContract {

    @Override
    protected ContractSubject open() {
        return new Subject(FakeLinode.builder().keys(3).start());
    }

    private static final class Subject implements ContractSubject {

        private final FakeLinode fake;
        private final LinodeClient client;
        private final AccessKeyId current;

        Subject(FakeLinode fake) {
            this.fake = fake;
            this.client = LinodeClient.builder()
                    .token(fake.token())
                    .baseUrl(fake.baseUrl())
                    .build();
            this.current = AccessKeyId.of(
                    "linode", Long.toString(fake.account().keys().get(0).id()));
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
            return AccessKeyId.of("linode", "999999999999");
        }

        @Override
        public void settle() {
            // Nothing lags unless the fake is told to.
        }

        @Override
        public void close() {
            client.close();
            fake.close();
        }
    }
}
