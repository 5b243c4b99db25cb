package dev.accesskeys.testprovider;

import dev.accesskeys.CallOptions;
import dev.accesskeys.auth.CredentialProvider;
import dev.accesskeys.client.ClientBuilder;
import dev.accesskeys.client.ClientConnection;
import dev.accesskeys.operation.Caller;
import dev.accesskeys.operation.FailureClassifier;
import dev.accesskeys.operation.Invocation;
import dev.accesskeys.paging.Listing;
import dev.accesskeys.paging.Page;
import dev.accesskeys.paging.PageContent;
import java.util.Map;

/** The hand-written client of the invented provider. */
public final class TestClient implements AutoCloseable {

    private final ClientConnection connection;
    private final Caller caller;

    private TestClient(ClientConnection connection, Caller caller) {
        this.connection = connection;
        this.caller = caller;
    }

    public static Builder builder() {
        return new Builder(new TestClassifier());
    }

    public static Builder builder(FailureClassifier classifier) {
        return new Builder(classifier);
    }

    public Caller caller() {
        return caller;
    }

    public TestClient with(CallOptions options) {
        return new TestClient(connection, caller.with(options));
    }

    public static Invocation<Thing> get(long id) {
        return Invocation.of(TestOperations.GET).path("id", id);
    }

    public static Invocation<PageContent<Thing>> list() {
        return Invocation.of(TestOperations.LIST);
    }

    public static Invocation<Thing> create(String name) {
        return Invocation.of(TestOperations.CREATE).body(Thing::writeName, name);
    }

    public static Invocation<Thing> update(long id, String name) {
        return Invocation.of(TestOperations.UPDATE).path("id", id).body(Thing::writeName, name);
    }

    public static Invocation<Void> delete(long id) {
        return Invocation.of(TestOperations.DELETE).path("id", id);
    }

    public Page<Thing> firstPage() {
        return TestOperations.PAGING.page(caller, list());
    }

    public Listing<Thing> listAll() {
        return TestOperations.PAGING.listing(caller, list());
    }

    @Override
    public void close() {
        connection.close();
    }

    /** Builds the client. */
    public static final class Builder extends ClientBuilder<Builder> {

        private Builder(FailureClassifier classifier) {
            super(TestOperations.PROVIDER, classifier);
        }

        @Override
        protected Builder self() {
            return this;
        }

        public Builder token(CredentialProvider source) {
            return credential("token", source);
        }

        public Builder emailAndKey(CredentialProvider email, CredentialProvider key) {
            return credential("email", email).credential("key", key);
        }

        public Builder fromEnvironment(Map<String, String> variables) {
            return environment(variables);
        }

        public TestClient build() {
            ClientConnection connection = connect();
            return new TestClient(connection, connection.caller());
        }
    }
}
