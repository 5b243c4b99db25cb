package dev.accesskeys.s3;

import dev.accesskeys.Secret;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;

/**
 * One request with a client of its own, closed after it. The HTTP client is that of the JDK, by {@code url-connection-client}:
 * 34 KB, no pool and no threads, which is all that one request needs; the AWS SDK's default client brings 2 MB and a pool that
 * would hide from the second probe what the first one has not seen: that another machine answers.
 */
record S3Probe(@Nullable String bucket, boolean pathStyle, Duration connectTimeout, Duration timeout) {

    /** What some services take for any region, and none for a wrong one. */
    private static final String ANY_REGION = "auto";

    Verification run(String accessKeyId, Secret secret, URI endpoint, String region) {
        try (S3Client client = client(accessKeyId, secret, endpoint, region.isEmpty() ? ANY_REGION : region)) {
            return isListing(client)
                    ? Verification.of(Answer.ACCEPTED)
                    : new Verification(Answer.UNREACHABLE, "the answer is not one of S3");
        } catch (RuntimeException e) {
            return S3Answers.of(e);
        }
    }

    /** A GET, for the answer to a HEAD carries no error code. A page of something else is read without an error: look inside. */
    private boolean isListing(S3Client client) {
        if (bucket != null) {
            return client.listObjectsV2(each -> each.bucket(bucket).maxKeys(1)).name() != null;
        }
        ListBucketsResponse buckets = client.listBuckets();
        return buckets.hasBuckets() || buckets.owner() != null;
    }

    private S3Client client(String accessKeyId, Secret secret, URI endpoint, String region) {
        return S3Client.builder()
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKeyId, secret.reveal())))
                .endpointOverride(endpoint)
                .region(Region.of(region))
                .forcePathStyle(pathStyle)
                // What the environment could set otherwise.
                .accelerate(false)
                .dualstackEnabled(false)
                .fipsEnabled(false)
                .crossRegionAccessEnabled(false)
                .disableS3ExpressSessionAuth(true)
                // Checksums that nobody asked for are refused by services other than AWS.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connectTimeout)
                        .socketTimeout(timeout))
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        // Neither leaves a connection behind nor takes one that somebody else has left.
                        .putHeader("Connection", "close")
                        .apiCallTimeout(timeout)
                        .retryStrategy(AwsRetryStrategy.doNotRetry())
                        .defaultProfileFile(ProfileFile.aggregator().build())
                        .addExecutionInterceptor(new AnswerLimit())
                        .build())
                .build();
    }

    @Override
    public String toString() {
        return (bucket == null ? "lists buckets" : "lists " + bucket) + " within " + timeout;
    }
}
