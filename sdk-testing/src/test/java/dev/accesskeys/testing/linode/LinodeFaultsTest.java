package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinodeFaultsTest {

    private static Answer create(FakeLinode fake, Face face, Fault fault) throws IOException {
        fake.faults().onCall(1).of("POST", KEYS).order(fault);
        return Linode.calls(fake, face).post(KEYS, "{\"label\":\"backup\"}");
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aBusyLinodeCreatesNothing(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer answer = create(fake, face, LinodeFaults.busy());

            assertThat(answer.status()).isEqualTo(400);
            assertThat(Linode.reason(answer)).isEqualTo("Linode busy.");
            assertThat(fake.account().keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void maintenanceIsToldByAHeader(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer answer = create(fake, face, LinodeFaults.maintenance());

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headers().first("X-Maintenance-Mode")).isPresent();
            assertThat(fake.account().keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theProxyAnswersInHtml(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer gateway = create(fake, face, LinodeFaults.badGateway());
            Answer request = create(fake, face, LinodeFaults.badRequestOfTheProxy());

            assertThat(gateway.status()).isEqualTo(502);
            assertThat(request.status()).isEqualTo(400);
            assertThat(List.of(gateway, request)).allSatisfy(answer -> {
                assertThat(answer.header("Content-Type")).isEqualTo("text/html");
                assertThat(answer.text()).startsWith("<html>").contains("nginx");
            });
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aRejectionMayNameAField(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer named = create(fake, face, LinodeFaults.rejected("is not valid", "bucket_access.0.region"));
            Answer unnamed = create(fake, face, LinodeFaults.rejected("is not valid", null));

            assertThat(Linode.field(named)).isEqualTo("bucket_access.0.region");
            assertThat(Linode.field(unnamed)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aCreateMayFailAndYetCreate(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder().newKeysListedAfter(Lag.ofReads(1)))) {
            Answer answer = create(fake, face, LinodeFaults.appliedButFailed());

            assertThat(answer.status()).isEqualTo(500);
            assertThat(Linode.labels(Linode.calls(fake, face).get(KEYS))).isEmpty();
            assertThat(Linode.labels(Linode.calls(fake, face).get(KEYS))).containsExactly("backup");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aCreateMayBeLostWithItsConnection(Face face) {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            assertThatThrownBy(() -> create(fake, face, Fault.applyThenDrop())).isInstanceOf(IOException.class);

            assertThat(fake.account().keys()).extracting(LinodeKey::label).containsExactly("backup");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void theSecretMayBeMissingEmptyOrRedacted(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer missing = create(fake, face, LinodeFaults.secretMissing());
            Answer empty = create(fake, face, LinodeFaults.secretEmpty());
            Answer redacted = create(fake, face, LinodeFaults.secretRedacted());

            assertThat(missing.json().members()).doesNotContainKey("secret_key").containsKey("access_key");
            assertThat(empty.text("secret_key")).isEmpty();
            assertThat(redacted.text("secret_key")).isEqualTo("[REDACTED]");
            assertThat(fake.account().keys()).hasSize(3);
        }
    }
}
