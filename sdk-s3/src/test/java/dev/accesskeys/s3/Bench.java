package dev.accesskeys.s3;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.s3server.S3Server;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import java.net.URI;
import java.util.Map;

/** A fake Linode with one key, and a real S3 server that accepts the keys of it. */
final class Bench implements AutoCloseable {

    static final String BUCKET = "backups";

    final VirtualTime time = VirtualTime.create();
    final FakeLinode linode = FakeLinode.builder().timeSource(time).inMemory();
    final LinodeKey key = linode.account().addKey("backup");
    final S3Server server = S3Server.start(linode.account()::s3SecretOf);

    Bench() {
        server.makeBucket(BUCKET);
    }

    /** Without a bucket, at the server whatever the endpoint of the key is. */
    S3KeyVerifier.Builder verifier() {
        return verifierAt(server.url());
    }

    static S3KeyVerifier.Builder verifierAt(URI endpoint) {
        return S3KeyVerifier.builder().endpoint(endpoint);
    }

    VerificationRequest request() {
        return request(key.accessKey(), linode.account().secretOf(key.id()));
    }

    static VerificationRequest request(String accessKeyId, Secret secret) {
        return new VerificationRequest(
                key(accessKeyId).build(), StoredKey.builder(secret).build(), Map.of());
    }

    static VerificationRequest request(AccessKey key, Secret secret) {
        return new VerificationRequest(key, StoredKey.builder(secret).build(), Map.of());
    }

    static AccessKey.Builder key(String accessKeyId) {
        return AccessKey.builder(AccessKeyId.of("linode", "1"), "backup").accessKeyId(accessKeyId);
    }

    Verification.Answer answer() {
        return verifier().build().verify(request()).answer();
    }

    @Override
    public void close() {
        server.close();
        linode.close();
    }
}
