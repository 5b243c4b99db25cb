package dev.accesskeys.s3server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.linode.FakeLinode;
import dev.accesskeys.testing.linode.LinodeKey;
import dev.accesskeys.testing.tensorpool.FakeTensorPool;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** The server as clients see it, with signatures of the AWS SDK. */
class S3ServerTest {

    private final FakeLinode linode = FakeLinode.builder().inMemory();
    private final FakeTensorPool tensorpool = FakeTensorPool.builder().inMemory();
    private final LinodeKey key = linode.account().addKey("backup");
    private final Secret secret = linode.account().secretOf(key.id());
    private final IdentitySource both =
            ((IdentitySource) linode.account()::s3SecretOf).or(tensorpool.organisation()::s3SecretOf);
    private S3Server server;

    @BeforeEach
    void start() {
        server = S3Server.start(both);
        server.makeBucket("backups");
    }

    @AfterEach
    void stop() {
        server.close();
        linode.close();
        tensorpool.close();
    }

    private S3Client client(String accessKeyId, Secret with) {
        return S3Client.builder()
                .endpointOverride(server.url())
                .forcePathStyle(true)
                .region(Region.of("auto"))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                // Connections are not kept: one that the server has closed meanwhile would fail the next request.
                .overrideConfiguration(
                        each -> each.putHeader("Connection", "close").retryStrategy(retry -> retry.maxAttempts(1)))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, with.reveal())))
                .build();
    }

    private void put(String accessKeyId, Secret with, String name) {
        try (S3Client client = client(accessKeyId, with)) {
            client.putObject(each -> each.bucket("backups").key(name), RequestBody.fromString("content of " + name));
        }
    }

    private String refusal(String accessKeyId, Secret with) {
        S3Exception refusal = catchThrowableOfType(S3Exception.class, () -> put(accessKeyId, with, "refused"));
        return refusal.statusCode() + " " + refusal.awsErrorDetails().errorCode();
    }

    @Test
    void anObjectIsWrittenWithAKeyOfTheFake() {
        put(key.accessKey(), secret, "a/b c");

        assertThat(server.objects("backups")).containsExactly("a/b c");
        assertThat(server.text("backups", "a/b c")).isEqualTo("content of a/b c");
        assertThat(server.requestsOf(key.accessKey())).isEqualTo(1);
        assertThat(server.url()).hasHost("127.0.0.1");
    }

    @Test
    void anotherSecretIsABadSignature() {
        assertThat(refusal(key.accessKey(), Secret.of("another-secret"))).isEqualTo("403 SignatureDoesNotMatch");
        assertThat(server.objects("backups")).isEmpty();
    }

    @Test
    void aRevokedKeyIsNotKnownFromTheNextRequestOn() {
        try (S3Client client = client(key.accessKey(), secret)) {
            client.listBuckets();

            linode.account().removeKey(key.id());

            assertThatThrownBy(client::listBuckets)
                    .isInstanceOfSatisfying(
                            S3Exception.class,
                            refusal -> assertThat(refusal.awsErrorDetails().errorCode())
                                    .isEqualTo("InvalidAccessKeyId"));
        }
        assertThat(refusal(key.accessKey(), secret)).isEqualTo("403 InvalidAccessKeyId");
    }

    @Test
    void keysOfSeveralCloudsShareTheBuckets() {
        put(key.accessKey(), secret, "from linode");
        put(tensorpool.organisation().accessKeyId(), tensorpool.organisation().secret(), "from tensorpool");

        assertThat(server.objects("backups")).containsExactly("from linode", "from tensorpool");
    }

    @Test
    void aDeniedKeyIsDeniedAfterItsSignatureWasFoundGood() {
        server.deny(key.accessKey());

        assertThat(refusal(key.accessKey(), secret)).isEqualTo("403 AccessDenied");
        assertThat(refusal(key.accessKey(), Secret.of("another-secret"))).isEqualTo("403 SignatureDoesNotMatch");

        server.allow(key.accessKey());
        put(key.accessKey(), secret, "again");
        assertThat(server.objects("backups")).containsExactly("again");
    }

    @Test
    void orderedAnswersComeOneAfterTheOtherAndThenNoMore() {
        server.answerNext(2, S3Answer.slowDown());
        server.answerNext(1, S3Answer.requestTimeTooSkewed());

        assertThat(refusal(key.accessKey(), secret)).isEqualTo("503 SlowDown");
        assertThat(refusal(key.accessKey(), secret)).isEqualTo("503 SlowDown");
        assertThat(refusal(key.accessKey(), secret)).isEqualTo("403 RequestTimeTooSkewed");
        put(key.accessKey(), secret, "after");
        assertThat(server.objects("backups")).containsExactly("after");
    }

    @Test
    void aStoppedServerRefusesConnectionsAndKeepsWhatItHas() {
        put(key.accessKey(), secret, "before");
        URI url = server.url();

        server.stop();

        assertThatThrownBy(() -> new Socket(url.getHost(), url.getPort()).close())
                .isInstanceOf(ConnectException.class);
        server.resume();
        put(key.accessKey(), secret, "after");
        assertThat(server.url()).isEqualTo(url);
        assertThat(server.objects("backups")).containsExactly("after", "before");
    }

    @Test
    void moreObjectsAreListedThanAPageHas() {
        try (S3Client client = client(key.accessKey(), secret)) {
            for (int i = 0; i < 1_001; i++) {
                String name = "object-" + i;
                client.putObject(each -> each.bucket("backups").key(name), RequestBody.empty());
            }
        }

        assertThat(server.objects("backups")).hasSize(1_001);
    }

    @Test
    void whatIsNotThereIsSaid() {
        assertThatThrownBy(() -> server.objects("other")).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> server.text("backups", "other")).isInstanceOf(NoSuchElementException.class);
    }
}
