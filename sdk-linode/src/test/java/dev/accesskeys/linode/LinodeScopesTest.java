package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.FakeLinode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An error about rights says which scope the call needs and which the token has. */
class LinodeScopesTest {

    private static LinodeClient reader(FakeLinode fake) {
        return LinodeClient.builder()
                .baseUrl(fake.baseUrl())
                .transport(fake.transport())
                .token(fake.readOnlyToken())
                .build();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTokenThatMayOnlyReadIsToldWhatItLacks(Way way) {
        try (FakeLinode fake = FakeLinode.builder().inMemory();
                LinodeClient client = reader(fake)) {
            ObjectStorageKeys keys = client.objectStorageKeys();

            assertThatThrownBy(() -> way.make(
                            () -> keys.create(Linode.unlimited("a")), () -> keys.createAsync(Linode.unlimited("a"))))
                    .isExactlyInstanceOf(AuthenticationException.class)
                    .hasMessageContaining("The call needs the scope object_storage:read_write;"
                            + " this token has object_storage:read_only.")
                    .hasMessageContaining("Nothing was changed.");
            assertThatThrownBy(() -> way.run(() -> keys.revoke(1), () -> keys.revokeAsync(1)))
                    .hasMessageContaining("needs the scope object_storage:read_write");
            assertThat(fake.ledger().entries()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aTokenThatMayOnlyReadCanRead(Way way) {
        try (FakeLinode fake = FakeLinode.builder().keys(3).inMemory();
                LinodeClient client = reader(fake)) {
            ObjectStorageKeys keys = client.objectStorageKeys();

            assertThat(way.make(keys::list, keys::listAsync).items()).hasSize(3);
        }
    }

    @Test
    void aUserWhoMayNotUseObjectStorageIsSentToTheGrants() {
        try (Linode linode = Linode.inMemory(FakeLinode.Builder::forbidden)) {
            assertThatThrownBy(() -> linode.keys().list())
                    .isExactlyInstanceOf(PermissionDeniedException.class)
                    .hasMessageContaining(
                            "The user of this token may not use Object Storage: see the grants of the user.");
            assertThat(linode.received()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "object_storage:read_only  | linodes:read_only              | needs the scope object_storage:read_only; this token has linodes:read_only.",
                "object_storage:read_only  | linodes:read_only, ips:read_only | this token has linodes:read_only, ips:read_only.",
                "object_storage:read_only  | ''                             | this token has none.",
                "object_storage:read_only  |                                | the answer does not tell which ones this token has.",
                "object_storage:read_only  | object_storage:read_write      | The token is wrong, expired or revoked.",
                "object_storage:read_only  | ips:read_only object_storage:read_only | The token is wrong, expired or revoked.",
                "object_storage:read_write | object_storage:read_write      | The token is wrong, expired or revoked.",
                "object_storage:read_write | *                              | The token is wrong, expired or revoked.",
                "                          | linodes:read_only              | The token is wrong, expired or revoked."
            })
    void theScopesOfTheAnswerDecideWhatIsAdvised(String needed, String held, String advice) {
        try (Linode linode = Linode.inMemory()) {
            FakeResponse refusal = FakeResponse.of(401);
            refusal = needed == null ? refusal : refusal.withHeader("X-Accepted-OAuth-Scopes", needed);
            refusal = held == null ? refusal : refusal.withHeader("X-OAuth-Scopes", held);
            linode.onEvery(Call.LIST, Fault.answer(refusal));

            assertThatThrownBy(() -> linode.keys().list()).hasMessageContaining(advice);
        }
    }

    @Test
    void theScopesAreReadableAsHeaders() {
        try (Linode linode = Linode.inMemory()) {
            var response = linode.keys().withResponse().list();

            assertThat(response.headers().first("X-OAuth-Scopes")).hasValue("*");
            assertThat(response.headers().first("x-accepted-oauth-scopes")).hasValue("object_storage:read_only");
            assertThat(response.status()).isEqualTo(200);
            assertThat(response.requestId()).isEmpty();
        }
    }
}
