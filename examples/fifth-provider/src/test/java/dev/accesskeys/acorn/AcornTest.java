package dev.accesskeys.acorn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.acorn.model.CreateStorageKeyRequest;
import dev.accesskeys.conformance.ConformanceExtension;
import dev.accesskeys.conformance.Document;
import dev.accesskeys.conformance.DocumentLint;
import dev.accesskeys.conformance.Exchanges;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.OpenedAccessKeys;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AcornTest {

    @Test
    void theDocumentIsSound() {
        assertThat(DocumentLint.problems(Document.named("acorn").orElseThrow())).isEmpty();
    }

    @Test
    void isOpenedByItsNameAndChecked() {
        long before = Exchanges.checked("acorn");
        try (FakeAcorn fake = FakeAcorn.start();
                OpenedAccessKeys opened = AccessKeyServices.open(
                        "acorn",
                        Map.of(
                                "ACORN_API_KEY",
                                FakeAcorn.API_KEY,
                                "ACORN_URL",
                                fake.baseUrl().toString()))) {

            opened.keys().create(AccessKeySpec.named("backup"));

            assertThat(fake.ledger().applied("POST", "/keys")).hasSize(1);
        }
        assertThat(Exchanges.checked("acorn")).isEqualTo(before + 1);
        assertThat(ConformanceExtension.isActive()).isTrue();
    }

    @Test
    void errorsCarryAcornsCode() {
        try (FakeAcorn fake = FakeAcorn.start();
                AcornClient client = AcornClient.builder()
                        .apiKey("wrong")
                        .baseUrl(fake.baseUrl())
                        .build()) {

            assertThatThrownBy(() -> client.storageKeys().list())
                    .isInstanceOfSatisfying(
                            AuthenticationException.class,
                            e -> assertThat(e.details().get(0).code()).contains("who_are_you"));
        }
    }

    @Test
    void whatTheDocumentForbidsIsNotSent() {
        assertThatThrownBy(() ->
                        CreateStorageKeyRequest.builder().name("x".repeat(61)).build())
                .isInstanceOf(ValidationException.class);
    }
}
