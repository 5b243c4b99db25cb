package dev.accesskeys.testing.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TensorPoolStorageTest {

    private static final String CREDENTIALS = "/object-storage/credentials";
    private static final String ROTATE = "/object-storage/rotate-keys";
    private static final String ENABLE = "/object-storage/enable";
    private static final String DISABLE = "/object-storage/disable";

    private final VirtualTime time = VirtualTime.create();

    @ParameterizedTest
    @EnumSource(Face.class)
    void theCredentialsCanBeReadWithTheirSecretAtAnyTime(Face face) throws IOException {
        try (FakeTensorPool fake = fake(face, FakeTensorPool.builder().timeSource(time))) {
            Answer answer = calls(fake, face).get(CREDENTIALS);

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text("org_id")).isEqualTo("org-42");
            assertThat(answer.text("access_key_id")).matches("[A-Z0-9]{20}");
            assertThat(answer.text("secret_access_key"))
                    .isEqualTo(fake.organisation().secret().reveal());
            assertThat(answer.text("updated_at")).isEqualTo("2030-01-01T00:00:00.000000+00:00");
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void aRotationKillsTheOldPairAtOnce(Face face) throws IOException {
        try (FakeTensorPool fake = fake(face, FakeTensorPool.builder().timeSource(time))) {
            String oldKey = fake.organisation().accessKeyId();
            Secret oldSecret = fake.organisation().secret();
            time.advance(Duration.ofHours(1));

            Answer answer = calls(fake, face).post(ROTATE, "");

            assertThat(fake.organisation().isAcceptedByS3(oldKey, oldSecret)).isFalse();
            assertThat(fake.organisation()
                            .isAcceptedByS3(answer.text("access_key_id"), Secret.of(answer.text("secret_access_key"))))
                    .isTrue();
            assertThat(fake.organisation().s3SecretOf(answer.text("access_key_id")))
                    .contains(Secret.of(answer.text("secret_access_key")));
            assertThat(fake.organisation().s3SecretOf(oldKey)).isEmpty();
            assertThat(answer.text("created_at")).isEqualTo("2030-01-01T00:00:00.000000+00:00");
            assertThat(answer.text("updated_at")).isEqualTo("2030-01-01T01:00:00.000000+00:00");
            assertThat(fake.ledger().applied())
                    .containsExactly(new Change(Change.Kind.ROTATED, answer.text("access_key_id")));
        }
    }

    @ParameterizedTest
    @EnumSource(Face.class)
    void disablingTakesThePairAwayAndEnablingMakesAnother(Face face) throws IOException {
        try (FakeTensorPool fake = fake(face, FakeTensorPool.builder())) {
            Calls calls = calls(fake, face);
            String old = fake.organisation().accessKeyId();

            Answer disabled = calls.delete(DISABLE);
            Answer gone = calls.get(CREDENTIALS);
            Answer enabled = calls.post(ENABLE, "");

            assertThat(disabled.text("message")).isNotEmpty();
            assertThat(gone.status()).isEqualTo(404);
            assertThat(calls.delete("/object-storage/unknown").status()).isEqualTo(404);
            assertThat(enabled.text("access_key_id")).isNotEqualTo(old);
            assertThat(calls.post(ENABLE, "").status()).isEqualTo(409);
        }
    }

    @Test
    void withoutObjectStorageNothingElseWorks() throws IOException {
        FakeTensorPool fake = FakeTensorPool.builder().notEnabled().inMemory();
        FakeTensorPool other = FakeTensorPool.builder()
                .notEnabled()
                .quirks(TensorPoolQuirk.NOT_ENABLED_IS_BAD_REQUEST)
                .inMemory();

        assertThat(calls(fake, Face.IN_MEMORY).post(ROTATE, "").status()).isEqualTo(404);
        assertThat(calls(fake, Face.IN_MEMORY).delete(DISABLE).status()).isEqualTo(404);
        assertThat(calls(fake, Face.IN_MEMORY)
                        .get("/object-storage/bucket/list")
                        .status())
                .isEqualTo(404);
        assertThat(calls(other, Face.IN_MEMORY).get(CREDENTIALS).status()).isEqualTo(400);
        assertThat(fake.ledger().applied()).isEmpty();
    }

    @Test
    void bucketsAreListed() throws IOException {
        FakeTensorPool fake =
                FakeTensorPool.builder().bucket("data").bucket("models").inMemory();

        assertThat(calls(fake, Face.IN_MEMORY)
                        .get("/object-storage/bucket/list")
                        .text())
                .isEqualTo("{\"buckets\":[{\"name\":\"data\"},{\"name\":\"models\"}]}");
    }

    @Test
    void aWrongKeyIsRefusedWith401AndAKeyWithoutRightsWith403() throws IOException {
        FakeTensorPool fake = FakeTensorPool.builder().inMemory();
        FakeTensorPool forbidden = FakeTensorPool.builder().forbidden().inMemory();

        Answer wrong = Calls.to(fake, Face.IN_MEMORY).withToken("wrong").get(CREDENTIALS);
        Answer denied = calls(forbidden, Face.IN_MEMORY).get(CREDENTIALS);

        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.text("detail")).isEqualTo("Invalid API key");
        assertThat(denied.status()).isEqualTo(403);
    }

    @Test
    void theLimitHasNoHeaders() throws IOException {
        FakeTensorPool fake =
                FakeTensorPool.builder().timeSource(time).rateLimit(1).inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);
        calls.get(CREDENTIALS);

        Answer refused = calls.get(CREDENTIALS);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.headers().names())
                .noneMatch(name -> name.equalsIgnoreCase("Retry-After")
                        || name.toLowerCase(Locale.ROOT).contains("limit"));
    }

    @Test
    void optionalMembersCanBeNullOrMissing() throws IOException {
        Answer isNull = get(TensorPoolQuirk.OPTIONAL_MEMBERS_NULL);
        Answer absent = get(TensorPoolQuirk.OPTIONAL_MEMBERS_ABSENT);

        assertThat(isNull.text()).contains("\"status\":null").contains("\"updated_at\":null");
        assertThat(absent.text()).doesNotContain("status").doesNotContain("updated_at");
        assertThat(get(TensorPoolQuirk.TIMES_WITHOUT_OFFSET).text("created_at")).doesNotContain("+00:00");
    }

    @Test
    void aRotationCanKeepTheAccessKeyId() throws IOException {
        FakeTensorPool fake = FakeTensorPool.builder()
                .quirks(TensorPoolQuirk.ROTATION_KEEPS_ACCESS_KEY_ID)
                .inMemory();
        String old = fake.organisation().accessKeyId();
        Secret oldSecret = fake.organisation().secret();

        Answer answer = calls(fake, Face.IN_MEMORY).post(ROTATE, "");

        assertThat(answer.text("access_key_id")).isEqualTo(old);
        assertThat(answer.text("secret_access_key")).isNotEqualTo(oldSecret.reveal());
    }

    @ParameterizedTest
    @EnumSource(TensorPoolErrorForm.class)
    void errorsComeInAllForms(TensorPoolErrorForm form) throws IOException {
        FakeTensorPool fake = FakeTensorPool.builder().errors(form).inMemory();

        Answer answer = Calls.to(fake, Face.IN_MEMORY).get(CREDENTIALS);

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("Invalid API key");
    }

    private static Answer get(TensorPoolQuirk quirk) throws IOException {
        return calls(FakeTensorPool.builder().quirks(quirk).inMemory(), Face.IN_MEMORY)
                .get(CREDENTIALS);
    }

    private static FakeTensorPool fake(Face face, FakeTensorPool.Builder builder) {
        return face == Face.SERVER ? builder.start() : builder.inMemory();
    }

    private static Calls calls(FakeTensorPool fake, Face face) {
        return Calls.to(fake, face).withToken(fake.token());
    }
}
