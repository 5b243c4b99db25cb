package dev.accesskeys.rotation.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.VirtualTime;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedKeysVerifierTest {

    private final VirtualTime time = VirtualTime.create();
    private final FakeCloudflare cloudflare = FakeCloudflare.builder()
            .timeSource(time)
            .lastRotationAgo(Duration.ofDays(30))
            .certificatesPublishedAfter(Duration.ofSeconds(40))
            .start();
    private final PublishedKeysVerifier verifier = PublishedKeysVerifier.at(cloudflare.certificatesUrl());

    @AfterEach
    void end() {
        verifier.close();
        cloudflare.close();
    }

    private static VerificationRequest request(Map<String, String> before) {
        AccessKey key = AccessKey.builder(AccessKeyId.of("cloudflare", "account"), "keys")
                .build();
        return new VerificationRequest(key, null, before);
    }

    @Test
    void aKeyIsUnknownUntilItsIdIsPublished() {
        Map<String, String> before = verifier.before();

        cloudflare.account().rotate();

        assertThat(verifier.verify(request(before)).answer()).isEqualTo(Answer.UNKNOWN_KEY);
        time.advance(Duration.ofMinutes(1));
        assertThat(verifier.verify(request(before)).answer()).isEqualTo(Answer.ACCEPTED);
    }

    @Test
    void withoutNotesNothingIsTakenForNew() {
        assertThat(verifier.verify(request(Map.of())).answer()).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void whatIsNoKeySetSaysNothing() {
        Map<String, String> before = verifier.before();
        cloudflare.faults().onCall(1).order(Fault.htmlInsteadOfJson());
        cloudflare.faults().onCall(2).order(Fault.status(503));
        cloudflare.faults().onCall(3).order(Fault.cutBody());

        assertThat(verifier.verify(request(before)).answer()).isEqualTo(Answer.UNREACHABLE);
        assertThat(verifier.verify(request(before)).answer()).isEqualTo(Answer.UNREACHABLE);
        assertThat(verifier.verify(request(before)).answer()).isEqualTo(Answer.UNREACHABLE);
    }

    @Test
    void aRotationDoesNotBeginWithoutKnowingWhatIsPublished() {
        cloudflare.faults().onCall(1).order(Fault.status(503));

        assertThatThrownBy(verifier::before)
                .isInstanceOf(ConnectionException.class)
                .hasMessageContaining("Nothing was changed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://example.org/certs", "https://user:word@example.org/certs", "file:///certs", "/certs"})
    void anAddressThatIsNotSafeIsRefused(String address) {
        assertThatThrownBy(() -> PublishedKeysVerifier.at(URI.create(address)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("word");
    }
}
