package dev.accesskeys.linode;

import dev.accesskeys.http.BodyLimits;
import dev.accesskeys.http.Transport;
import dev.accesskeys.http.TransportRequest;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.linode.model.BucketAccess;
import dev.accesskeys.linode.model.CreateObjectStorageKeyRequest;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** A fake Linode, a client of it, and what the client sent. In memory they share a clock on which waits take no time. */
final class Linode implements AutoCloseable {

    static final String KEYS = "/object-storage/keys";
    static final String KEY = "/object-storage/keys/{keyId}";

    final FakeLinode fake;
    final LinodeClient client;
    final VirtualTime time;
    final List<TransportRequest> sent = new CopyOnWriteArrayList<>();

    private Linode(FakeLinode fake, VirtualTime time, LinodeClient.Builder builder, boolean inMemory) {
        this.fake = fake;
        this.time = time;
        builder.baseUrl(fake.baseUrl()).token(fake.token()).random(() -> 0.5);
        if (inMemory) {
            builder.timeSource(time).transport(recording(fake.transport()));
        }
        this.client = builder.build();
    }

    static Linode inMemory() {
        return inMemory(settings -> settings);
    }

    static Linode inMemory(UnaryOperator<FakeLinode.Builder> settings) {
        return inMemory(settings, builder -> builder);
    }

    static Linode inMemory(
            UnaryOperator<FakeLinode.Builder> settings, UnaryOperator<LinodeClient.Builder> clientSettings) {
        VirtualTime time = VirtualTime.create();
        FakeLinode fake = settings.apply(FakeLinode.builder().timeSource(time)).inMemory();
        return new Linode(fake, time, clientSettings.apply(LinodeClient.builder()), true);
    }

    /** With a real server and the real time. */
    static Linode onServer(UnaryOperator<LinodeClient.Builder> clientSettings) {
        FakeLinode fake = FakeLinode.start();
        return new Linode(fake, VirtualTime.create(), clientSettings.apply(LinodeClient.builder()), false);
    }

    ObjectStorageKeys keys() {
        return client.objectStorageKeys();
    }

    static CreateObjectStorageKeyRequest unlimited(String label) {
        return CreateObjectStorageKeyRequest.builder()
                .label(label)
                .access(BucketAccess.unlimited())
                .build();
    }

    /** The fault hits all calls of this kind. */
    void onEvery(Call call, Fault fault) {
        fake.faults().onEveryCall().of(call.method, call.path).order(fault);
    }

    /** The fault hits the first call of this kind, and the next ones succeed. */
    void onFirst(Call call, Fault fault) {
        fake.faults().onCall(1).of(call.method, call.path).order(fault);
    }

    /** How many requests of this kind the fake has received. */
    int received(Call call) {
        return fake.ledger().count(call.method, call.path);
    }

    int received() {
        return fake.ledger().entries().size();
    }

    JsonValue lastBody() {
        return JsonValue.parse(sent.get(sent.size() - 1).body().orElseThrow());
    }

    @Override
    public void close() {
        client.close();
        fake.close();
    }

    private Transport recording(Transport transport) {
        return new Transport() {
            @Override
            public CompletableFuture<TransportResponse> send(TransportRequest request, BodyLimits limits) {
                sent.add(request);
                return transport.send(request, limits);
            }

            @Override
            public void close() {
                transport.close();
            }
        };
    }
}
