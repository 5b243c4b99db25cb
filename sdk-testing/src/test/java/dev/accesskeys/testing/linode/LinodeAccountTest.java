package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LinodeAccountTest {

    @Test
    void s3AcceptsANewPairOnlyAfterATime() throws IOException {
        VirtualTime time = VirtualTime.create();
        FakeLinode fake = FakeLinode.builder()
                .timeSource(time)
                .acceptedByS3After(Duration.ofSeconds(30))
                .inMemory();
        Answer key = Linode.calls(fake).post(KEYS, "{\"label\":\"a\"}");
        String accessKey = key.text("access_key");
        String secret = key.text("secret_key");

        time.advance(Duration.ofSeconds(29));
        assertThat(fake.account().isAcceptedByS3(accessKey, secret)).isFalse();

        time.advance(Duration.ofSeconds(1));
        assertThat(fake.account().isAcceptedByS3(accessKey, secret)).isTrue();
    }

    @Test
    void s3AcceptsNoOtherPair() throws IOException {
        FakeLinode fake = FakeLinode.builder().inMemory();
        Answer first = Linode.calls(fake).post(KEYS, "{\"label\":\"a\"}");
        Answer second = Linode.calls(fake).post(KEYS, "{\"label\":\"b\"}");

        assertThat(fake.account().isAcceptedByS3(first.text("access_key"), first.text("secret_key")))
                .isTrue();
        assertThat(fake.account().isAcceptedByS3(first.text("access_key"), second.text("secret_key")))
                .isFalse();
        assertThat(fake.account().isAcceptedByS3("UNKNOWN", first.text("secret_key")))
                .isFalse();
    }

    @Test
    void s3KnowsTheSecretFromWhenThePairIsAcceptedUntilItIsDeleted() throws IOException {
        VirtualTime time = VirtualTime.create();
        FakeLinode fake = FakeLinode.builder()
                .timeSource(time)
                .acceptedByS3After(Duration.ofSeconds(30))
                .inMemory();
        Answer key = Linode.calls(fake).post(KEYS, "{\"label\":\"a\"}");
        String accessKey = key.text("access_key");

        assertThat(fake.account().s3SecretOf(accessKey)).isEmpty();
        time.advance(Duration.ofSeconds(30));
        assertThat(fake.account().s3SecretOf(accessKey)).contains(Secret.of(key.text("secret_key")));
        Linode.calls(fake).delete(KEYS + "/" + key.number("id"));
        assertThat(fake.account().s3SecretOf(accessKey)).isEmpty();
        assertThat(fake.account().s3SecretOf("UNKNOWN")).isEmpty();
    }

    @Test
    void s3DoesNotAcceptADeletedPair() throws IOException {
        FakeLinode fake = FakeLinode.builder().inMemory();
        Answer key = Linode.calls(fake).post(KEYS, "{\"label\":\"a\"}");

        Linode.calls(fake).delete(KEYS + "/" + key.number("id"));

        assertThat(fake.account().isAcceptedByS3(key.text("access_key"), key.text("secret_key")))
                .isFalse();
    }

    @Test
    void theSameSeedGivesTheSameCredentials() {
        FakeLinode one = FakeLinode.builder().seed(7).keys(3).inMemory();
        FakeLinode same = FakeLinode.builder().seed(7).keys(3).inMemory();
        FakeLinode other = FakeLinode.builder().seed(8).keys(3).inMemory();

        assertThat(one.account().keys()).isEqualTo(same.account().keys());
        assertThat(one.account().secrets()).isEqualTo(same.account().secrets());
        assertThat(one.token()).isEqualTo(same.token());
        assertThat(one.account().secrets())
                .doesNotContainAnyElementsOf(other.account().secrets());
        assertThat(one.token()).isNotEqualTo(other.token());
    }

    @Test
    void credentialsAreUnique() {
        LinodeAccount account = FakeLinode.builder().keys(10_000).inMemory().account();

        assertThat(account.secrets().stream().map(Secret::reveal)).doesNotHaveDuplicates();
        assertThat(account.keys().stream().map(LinodeKey::accessKey)).doesNotHaveDuplicates();
    }

    @Test
    void theSecretOfADeletedKeyIsStillKnown() throws IOException {
        FakeLinode fake = FakeLinode.builder().inMemory();
        Answer key = Linode.calls(fake).post(KEYS, "{\"label\":\"a\"}");

        Linode.calls(fake).delete(KEYS + "/" + key.number("id"));

        assertThat(fake.account().secretOf(key.number("id")).reveal()).isEqualTo(key.text("secret_key"));
        assertThat(fake.account().secrets()).hasSize(1);
        assertThatThrownBy(() -> fake.account().secretOf(1)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> fake.account().removeKey(1)).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void aKeyDoesNotShowItsSecret() {
        FakeLinode fake = FakeLinode.builder().keys(1).inMemory();

        assertThat(fake.account().keys().get(0).toString())
                .doesNotContain(fake.account().secrets().get(0).reveal());
    }

    @Test
    void manyThreadsCreateAsManyKeysAsTheQuotaAllows() {
        FakeLinode fake = FakeLinode.builder().quota(50).inMemory();

        List<Integer> statuses = IntStream.range(0, 200)
                .parallel()
                .mapToObj(i -> createInto(fake))
                .toList();

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(50);
        assertThat(fake.account().keys()).hasSize(50);
        assertThat(fake.ledger().applied("POST", KEYS)).doesNotHaveDuplicates().hasSize(50);
        assertThat(fake.ledger().count("POST", KEYS)).isEqualTo(200);
    }

    private static int createInto(FakeLinode fake) {
        try {
            return Linode.calls(fake).post(KEYS, "{\"label\":\"a\"}").status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
