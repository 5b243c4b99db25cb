package dev.accesskeys.testing.linode;

import static dev.accesskeys.testing.linode.Linode.KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Face;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinodeAccessTest {

    private static final String BODY = "{\"label\":\"backup\"}";

    @ParameterizedTest
    @EnumSource(Face.class)
    void aWrongTokenIsAnsweredWith401(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Answer wrong = Calls.to(fake, face).withToken("wrong").post(KEYS, BODY);
            Answer none = Calls.to(fake, face).get(KEYS);

            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.text()).isEqualTo("{\"errors\": [{\"reason\": \"Invalid Token\"}]}");
            assertThat(none.status()).isEqualTo(401);
            assertThat(fake.account().keys()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aTokenThatMayOnlyReadCannotWrite(Face face) throws IOException {
        try (FakeLinode fake = Linode.fake(face, FakeLinode.builder())) {
            Calls calls = Calls.to(fake, face).withToken(fake.readOnlyToken());

            Answer read = calls.get(KEYS);
            Answer written = calls.post(KEYS, BODY);

            assertThat(read.status()).isEqualTo(200);
            assertThat(read.header("X-Accepted-OAuth-Scopes")).isEqualTo("object_storage:read_only");
            assertThat(written.status()).isEqualTo(401);
            assertThat(written.header("X-Accepted-OAuth-Scopes")).isEqualTo("object_storage:read_write");
            assertThat(written.header("X-OAuth-Scopes")).isEqualTo("object_storage:read_only");
            assertThat(fake.account().keys()).isEmpty();
        }
    }

    @Test
    void aUserWithoutObjectStorageIsForbidden() throws IOException {
        FakeLinode fake = FakeLinode.builder().forbidden().inMemory();

        assertThat(Linode.calls(fake).get(KEYS).status()).isEqualTo(403);
        assertThat(Linode.calls(fake).post(KEYS, BODY).status()).isEqualTo(403);
    }

    @Test
    void aRenewedTokenReplacesTheOldOne() throws IOException {
        FakeLinode fake = FakeLinode.builder().inMemory();
        String old = fake.token();

        String renewed = fake.account().renewToken();

        assertThat(renewed).isEqualTo(fake.token()).isNotEqualTo(old);
        assertThat(Calls.to(fake, Face.IN_MEMORY).withToken(old).get(KEYS).status())
                .isEqualTo(401);
        assertThat(Calls.to(fake, Face.IN_MEMORY).withToken(renewed).get(KEYS).status())
                .isEqualTo(200);
    }

    @Test
    void theTokenCanBeChosen() throws IOException {
        FakeLinode fake = FakeLinode.builder().token("chosen").inMemory();

        assertThat(fake.token()).isEqualTo("chosen");
        assertThat(Linode.calls(fake).get(KEYS).status()).isEqualTo(200);
    }
}
