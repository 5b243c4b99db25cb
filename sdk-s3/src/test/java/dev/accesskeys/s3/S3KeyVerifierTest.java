package dev.accesskeys.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.S3Endpoint;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.s3server.S3Answer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The six answers, of a server that checks signatures. */
class S3KeyVerifierTest {

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aKeyThatMayListTheBucketsIsAccepted() {
        Verification shown = bench.verifier().build().verify(bench.request());

        assertThat(shown).isEqualTo(Verification.of(Answer.ACCEPTED));
        assertThat(bench.server.requestsOf(bench.key.accessKey())).isEqualTo(1);
    }

    @Test
    void aKeyThatMayListABucketIsAccepted() {
        S3KeyVerifier verifier = bench.verifier().bucket(Bench.BUCKET).build();

        assertThat(verifier.verify(bench.request()).answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void aKeyThatMayDoNothingIsDenied() {
        bench.server.deny(bench.key.accessKey());

        Verification shown = bench.verifier().build().verify(bench.request());

        assertThat(shown).hasToString("DENIED (403 AccessDenied)");
    }

    @Test
    void anUnknownKeyIsUnknown() {
        VerificationRequest request = Bench.request("LA1234567890", Secret.of("whatever"));

        assertThat(bench.verifier().build().verify(request)).hasToString("UNKNOWN_KEY (403 InvalidAccessKeyId)");
    }

    @Test
    void aRevokedKeyIsUnknown() {
        VerificationRequest request = bench.request();
        bench.linode.account().removeKey(bench.key.id());

        assertThat(bench.verifier().build().verify(request).answer()).isEqualTo(Answer.UNKNOWN_KEY);
    }

    @Test
    void anotherSecretIsABadSignature() {
        VerificationRequest request = Bench.request(bench.key.accessKey(), Secret.of("another-secret"));

        assertThat(bench.verifier().build().verify(request)).hasToString("BAD_SIGNATURE (403 SignatureDoesNotMatch)");
    }

    @Test
    void aDeniedKeyWithAnotherSecretIsABadSignatureToo() {
        bench.server.deny(bench.key.accessKey());
        VerificationRequest request = Bench.request(bench.key.accessKey(), Secret.of("another-secret"));

        assertThat(bench.verifier().build().verify(request).answer()).isEqualTo(Answer.BAD_SIGNATURE);
    }

    @Test
    void aWrongClockSaysNothingOfTheKey() {
        bench.server.answerNext(1, S3Answer.requestTimeTooSkewed());

        assertThat(bench.verifier().build().verify(bench.request()))
                .hasToString("CLOCK_SKEW (403 RequestTimeTooSkewed)");
    }

    @Test
    void aStoppedServerIsUnreachableAndLaterReachable() {
        bench.server.stop();
        Verification meanwhile = bench.verifier().build().verify(bench.request());

        bench.server.resume();

        assertThat(meanwhile).hasToString("UNREACHABLE (no connection)");
        assertThat(bench.answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void aProbeIsNeverRepeated() {
        bench.server.answerNext(1, S3Answer.slowDown());

        Verification shown = bench.verifier().build().verify(bench.request());

        assertThat(shown).hasToString("UNREACHABLE (503 SlowDown)");
        assertThat(bench.server.requestsOf(bench.key.accessKey())).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDenied", "AllAccessDisabled", "AccountProblem", "NotSignedUp", "UserSuspended"})
    void whatComesAfterAGoodSignatureIsDenied(String code) {
        bench.server.answerNext(1, S3Answer.error(403, code));

        assertThat(bench.verifier().build().verify(bench.request())).hasToString("DENIED (403 " + code + ")");
    }

    @Test
    void aRefusalWithoutACodeProvesNothing() {
        bench.server.answerNext(1, S3Answer.empty(403));
        bench.server.answerNext(1, S3Answer.page(403));

        assertThat(bench.verifier().build().verify(bench.request()))
                .hasToString("UNREACHABLE (403 without an error code)");
        assertThat(bench.answer()).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void aServerInTroubleIsNotBelieved() {
        bench.server.answerNext(1, S3Answer.error(500, "InvalidAccessKeyId"));

        assertThat(bench.answer()).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void anotherCodeSaysNothingOfTheKey() {
        bench.server.answerNext(1, S3Answer.error(400, "AuthorizationHeaderMalformed"));

        assertThat(bench.verifier().build().verify(bench.request()))
                .hasToString("UNREACHABLE (400 AuthorizationHeaderMalformed)");
        assertThat(bench.verifier().bucket("nothere").build().verify(bench.request()))
                .hasToString("UNREACHABLE (404 NoSuchBucket)");
    }

    @Test
    void aPageForPeopleIsNotAListing() {
        bench.server.answerNext(1, S3Answer.page(200));
        bench.server.answerNext(1, S3Answer.page(200));
        bench.server.answerNext(1, S3Answer.empty(200));

        assertThat(bench.answer()).isEqualTo(Answer.UNREACHABLE);
        assertThat(bench.verifier()
                        .bucket(Bench.BUCKET)
                        .build()
                        .verify(bench.request())
                        .answer())
                .isEqualTo(Answer.UNREACHABLE);
        assertThat(bench.answer()).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void theEndpointOfTheStoreGoesBeforeThoseOfTheProvider() {
        Secret secret = bench.linode.account().secretOf(bench.key.id());
        S3Endpoint here = new S3Endpoint(bench.server.url(), "");
        S3Endpoint nowhere = new S3Endpoint(URI.create("http://127.0.0.1:1"), "us-lax");
        S3KeyVerifier verifier = S3KeyVerifier.builder().build();

        Verification ofTheProvider = verifier.verify(Bench.request(
                Bench.key(bench.key.accessKey())
                        .endpoints(List.of(here, nowhere))
                        .build(),
                secret));
        Verification ofTheStore = verifier.verify(new VerificationRequest(
                Bench.key(bench.key.accessKey()).endpoints(List.of(nowhere)).build(),
                StoredKey.builder(secret).endpoint(here).build(),
                Map.of()));

        assertThat(ofTheProvider.answer()).isEqualTo(Answer.ACCEPTED);
        assertThat(ofTheStore.answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void whatIsNotKnownYetIsSaidAndNothingIsSent() {
        Secret secret = Secret.of("whatever");
        S3KeyVerifier anywhere = S3KeyVerifier.builder().build();

        assertThat(bench.verifier()
                        .build()
                        .verify(new VerificationRequest(
                                Bench.key(bench.key.accessKey()).build(), null, Map.of())))
                .hasToString("UNREACHABLE (there is no secret to sign with)");
        assertThat(anywhere.verify(
                        Bench.request(Bench.key("x").accessKeyId(null).build(), secret)))
                .hasToString("UNREACHABLE (its access key id is not known yet)");
        assertThat(anywhere.verify(Bench.request("LA1234567890", secret)))
                .hasToString("UNREACHABLE (it is not known yet where it works)");
        assertThat(anywhere.verify(Bench.request(
                        Bench.key("LA1234567890")
                                .endpoints(List.of(new S3Endpoint(URI.create("http://s3.example.com"), "")))
                                .build(),
                        secret)))
                .hasToString("UNREACHABLE (its endpoint is not an https address)");
    }

    @Test
    void aKeyIsTriedForTheRegionThatIsSet() {
        S3KeyVerifier verifier =
                bench.verifier().region("us-lax").pathStyle(false).build();

        assertThat(verifier.verify(bench.request()).answer()).isEqualTo(Answer.ACCEPTED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://s3.example.com",
                "ftp://s3.example.com",
                "https://user:pass@s3.example.com",
                "https://s3.example.com?x=1",
                "https://s3.example.com#x",
                "s3.example.com",
                "http://127.evil.example.com"
            })
    void anAddressThatIsNotSafeIsRefused(String address) {
        assertThatThrownBy(() -> S3KeyVerifier.builder().endpoint(URI.create(address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("pass")
                .hasMessageContaining("Nothing was changed");
    }

    @Test
    void badSettingsAreRefused() {
        assertThatThrownBy(() -> S3KeyVerifier.builder().bucket(" ")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> S3KeyVerifier.builder().region("")).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> S3KeyVerifier.builder().timeout(Duration.ZERO))
                .isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> S3KeyVerifier.builder().connectTimeout(Duration.ofSeconds(-1)))
                .isInstanceOf(ValidationException.class);
    }
}
