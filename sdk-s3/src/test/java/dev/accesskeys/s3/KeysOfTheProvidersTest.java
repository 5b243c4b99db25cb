package dev.accesskeys.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.linode.LinodeClient;
import dev.accesskeys.nscale.NscaleClient;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.s3server.IdentitySource;
import dev.accesskeys.s3server.S3Server;
import dev.accesskeys.tensorpool.TensorPoolClient;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Keys made by the providers' clients work at the S3 server for as long as the provider says. */
class KeysOfTheProvidersTest {

    private final VirtualTime time = VirtualTime.create();

    private static Answer answer(S3Server server, VerificationRequest request) {
        return Bench.verifierAt(server.url()).build().verify(request).answer();
    }

    private static VerificationRequest request(AccessKey key, Secret secret) {
        return Bench.request(key, secret);
    }

    private static S3Server server(IdentitySource identities) {
        return S3Server.start(identities);
    }

    @Test
    void aKeyOfLinodeWorksAfterItsLagAndUntilItIsRevoked() {
        try (FakeLinode fake = FakeLinode.builder()
                        .timeSource(time)
                        .acceptedByS3After(Duration.ofSeconds(30))
                        .inMemory();
                LinodeClient client = LinodeClient.builder()
                        .token(fake.token())
                        .transport(fake.transport())
                        .timeSource(time)
                        .build();
                S3Server server = server(fake.account()::s3SecretOf)) {
            CreatedAccessKey created = client.accessKeys().create(AccessKeySpec.named("backup"));
            VerificationRequest request = request(created.key(), created.secret());

            Answer atOnce = answer(server, request);
            time.advance(Duration.ofSeconds(30));
            Answer later = answer(server, request);
            client.accessKeys().revoke(KeyRevocation.of(created.key().id()));
            Answer revoked = answer(server, request);

            assertThat(atOnce).isEqualTo(Answer.UNKNOWN_KEY);
            assertThat(later).isEqualTo(Answer.ACCEPTED);
            assertThat(revoked).isEqualTo(Answer.UNKNOWN_KEY);
        }
    }

    @Test
    void aKeyOfNscaleWorksOnceItIsProvisionedAndUntilItIsRevoked() {
        try (FakeNscale fake = FakeNscale.builder()
                        .timeSource(time)
                        .provisionedAfter(Lag.of(Duration.ofSeconds(20)))
                        .inMemory();
                NscaleClient client = NscaleClient.builder()
                        .baseUrl(URI.create("https://storage.nscale.invalid"))
                        .token(fake.token())
                        .transport(fake.transport())
                        .timeSource(time)
                        .build();
                S3Server server = server(fake.project()::s3SecretOf)) {
            String endpoint = fake.project().endpointId();
            CreatedAccessKey created = client.accessKeys(endpoint).create(AccessKeySpec.named("backup"));
            VerificationRequest request = request(created.key(), created.secret());

            Answer atOnce = answer(server, request);
            time.advance(Duration.ofMinutes(1));
            Answer later = answer(server, request);
            client.accessKeys(endpoint).revoke(KeyRevocation.of(created.key().id()));
            time.advance(Duration.ofMinutes(1));
            Answer revoked = answer(server, request);

            assertThat(atOnce).isEqualTo(Answer.UNKNOWN_KEY);
            assertThat(later).isEqualTo(Answer.ACCEPTED);
            assertThat(revoked).isEqualTo(Answer.UNKNOWN_KEY);
        }
    }

    @Test
    void aRotationOfTensorPoolKillsTheOldPairAtOnce() {
        try (FakeTensorPool fake = FakeTensorPool.builder()
                        .timeSource(time)
                        .organisation("org-42")
                        .inMemory();
                TensorPoolClient client = TensorPoolClient.builder()
                        .key(fake.token())
                        .transport(fake.transport())
                        .timeSource(time)
                        .build();
                S3Server server = server(fake.organisation()::s3SecretOf)) {
            AccessKeyId old = AccessKeyId.of("tensorpool", fake.organisation().accessKeyId());
            VerificationRequest before =
                    request(client.accessKeys().get(old), fake.organisation().secret());
            assertThat(answer(server, before)).isEqualTo(Answer.ACCEPTED);

            RotatedKey rotated = client.accessKeys().rotate(KeyRotation.of(old).confirming("org-42"));

            assertThat(answer(server, before)).isEqualTo(Answer.UNKNOWN_KEY);
            assertThat(answer(server, request(rotated.key(), rotated.secret().orElseThrow())))
                    .isEqualTo(Answer.ACCEPTED);
        }
    }
}
