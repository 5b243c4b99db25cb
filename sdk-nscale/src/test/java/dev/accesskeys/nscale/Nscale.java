package dev.accesskeys.nscale;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.nscale.model.CreateObjectStorageAccessKeyRequest;
import dev.accesskeys.nscale.model.ObjectStorageAccessKeyCreateSpec;
import dev.accesskeys.nscale.model.ResourceMetadata;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.nscale.FakeNscale;
import java.net.URI;

/** A fake, a client on it, and one time for both. */
final class Nscale implements AutoCloseable {

    private final VirtualTime time = VirtualTime.create();
    private final FakeNscale fake;
    private final NscaleClient client;

    private Nscale(FakeNscale.Builder settings) {
        fake = settings.timeSource(time).inMemory();
        client = builder(fake).timeSource(time).token(fake.token()).build();
    }

    static Nscale with(FakeNscale.Builder settings) {
        return new Nscale(settings);
    }

    static Nscale create() {
        return with(FakeNscale.builder().keys(2));
    }

    static NscaleClient.Builder builder(FakeNscale fake) {
        return NscaleClient.builder()
                .baseUrl(URI.create("https://storage.nscale.invalid"))
                .transport(fake.transport())
                .random(() -> 0);
    }

    FakeNscale fake() {
        return fake;
    }

    NscaleClient client() {
        return client;
    }

    VirtualTime time() {
        return time;
    }

    String endpointId() {
        return fake.project().endpointId();
    }

    String firstKeyId() {
        return fake.project().keys().get(0).id();
    }

    AccessKeyId firstKey() {
        return AccessKeyId.of("nscale", endpointId() + "/" + firstKeyId());
    }

    static CreateObjectStorageAccessKeyRequest request(String name) {
        return CreateObjectStorageAccessKeyRequest.builder()
                .metadata(ResourceMetadata.builder().name(name).build())
                .spec(ObjectStorageAccessKeyCreateSpec.builder()
                        .identityPolicy("system-default-admin")
                        .build())
                .build();
    }

    @Override
    public void close() {
        client.close();
        fake.close();
    }
}
