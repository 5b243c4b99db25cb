package dev.accesskeys.s3;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.testing.linode.LinodeKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A client goes on writing while its key is rotated and the old one revoked. It repeats nothing: every failure would be seen. */
class RotationUnderLoadTest {

    private static final int ENOUGH = 20;

    private final Bench bench = new Bench();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger written = new AtomicInteger();
    private volatile boolean done;

    @AfterEach
    void close() {
        bench.close();
    }

    private StoredKey.Builder stored(LinodeKey key) {
        return StoredKey.builder(bench.linode.account().secretOf(key.id())).accessKeyId(key.accessKey());
    }

    private S3Client client(MemoryStore store) {
        return S3Client.builder()
                .endpointOverride(bench.server.url())
                .forcePathStyle(true)
                .region(Region.of("auto"))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .credentialsProvider(RotatingCredentialsProvider.of(store).withTimeSource(bench.time))
                .build();
    }

    private void write(S3Client client) {
        while (!done) {
            String name = "object-" + written.incrementAndGet();
            try {
                client.putObject(each -> each.bucket(Bench.BUCKET).key(name), RequestBody.fromString(name));
            } catch (RuntimeException e) {
                failures.add(e);
            }
        }
    }

    private void awaitRequestsOf(LinodeKey key) {
        int enough = bench.server.requestsOf(key.accessKey()) + ENOUGH;
        while (bench.server.requestsOf(key.accessKey()) < enough && failures.isEmpty()) {
            Thread.onSpinWait();
        }
    }

    @Test
    @Timeout(60)
    void noWriteFailsWhileAKeyIsRotated() throws InterruptedException {
        MemoryStore store = MemoryStore.holding("app", stored(bench.key).build());
        LinodeKey successor = bench.linode.account().addKey("successor");
        List<Thread> writers = new ArrayList<>();
        try (S3Client client = client(store)) {
            for (int i = 0; i < 2; i++) {
                writers.add(new Thread(() -> write(client)));
            }
            writers.forEach(Thread::start);
            awaitRequestsOf(bench.key);

            store.reserve("attempt");
            store.stage(stored(successor).attempt("attempt").build());
            store.publish("attempt", Optional.of(bench.key.accessKey()));
            bench.time.advance(Duration.ofSeconds(5));
            awaitRequestsOf(successor);
            // The grace of this rotation: whoever has signed with the old key before is answered by now.
            awaitRequestsOf(successor);
            bench.linode.account().removeKey(bench.key.id());
            awaitRequestsOf(successor);
            done = true;
            for (Thread writer : writers) {
                writer.join();
            }
        }

        assertThat(failures).isEmpty();
        assertThat(bench.server.objects(Bench.BUCKET)).hasSize(written.get());
        assertThat(bench.answer()).isEqualTo(Answer.UNKNOWN_KEY);
    }
}
