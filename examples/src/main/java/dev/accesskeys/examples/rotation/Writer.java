package dev.accesskeys.examples.rotation;

import dev.accesskeys.s3.RotatingCredentialsProvider;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** An application that knows nothing of rotations: it puts one small object after the other, with the key of its profile. */
final class Writer implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(30);
    /** How long it goes on with a key before it looks into the file again; the grace must be longer. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final String profile;
    private final S3Client client;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Write> writes = new ArrayList<>();
    private final Thread thread;

    /**
     * A write that was tried.
     *
     * @param at when it ended
     * @param failure what S3 said; null if it took the object
     */
    record Write(Instant at, @Nullable String failure) {

        boolean failed() {
            return failure != null;
        }
    }

    private Writer(String profile, S3Client client) {
        this.profile = profile;
        this.client = client;
        this.thread = new Thread(this::write, "writer-" + profile);
        thread.setDaemon(true);
    }

    static Writer start(URI s3, Path credentials, String profile) {
        S3Client client = S3Client.builder()
                .endpointOverride(s3)
                .forcePathStyle(true)
                .region(Region.of("auto"))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                // Applications repeat; this one does not, so that no failure is hidden.
                .overrideConfiguration(each -> each.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .credentialsProvider(RotatingCredentialsProvider.ofProfile(credentials, profile)
                        .withInterval(LOOK_AGAIN))
                .build();
        Writer writer = new Writer(profile, client);
        writer.thread.start();
        return writer;
    }

    private void write() {
        int number = 0;
        do {
            String name = profile + "/" + number++;
            String failure = null;
            try {
                client.putObject(each -> each.bucket(Clouds.BUCKET).key(name), RequestBody.fromString(name));
            } catch (AwsServiceException e) {
                failure = e.awsErrorDetails() == null
                        ? "an unknown error"
                        : e.awsErrorDetails().errorCode();
            } catch (RuntimeException e) {
                failure = e.getClass().getSimpleName();
            }
            record(new Write(Instant.now(), failure));
        } while (!isStopped());
    }

    private boolean isStopped() {
        try {
            return stopping.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private synchronized void record(Write write) {
        writes.add(write);
    }

    synchronized Tally tally() {
        return new Tally(profile, writes);
    }

    /** Lets the write that is under way end, and stops. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        client.close();
    }
}
