package dev.accesskeys.testing.nscale;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.Secret;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.Answer;
import dev.accesskeys.testing.Calls;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.Face;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NscaleKeysTest {

    private static final String BODY =
            "{\"metadata\":{\"name\":\"backup\"},\"spec\":{\"identityPolicy\":\"system-default-admin\"}}";

    @ParameterizedTest
    @EnumSource(Face.class)
    void aKeyIsCreatedOnceAndItsSecretIsShownOnce(Face face) throws IOException {
        FakeNscale.Builder builder = FakeNscale.builder();
        try (FakeNscale fake = face == Face.SERVER ? builder.start() : builder.inMemory()) {
            Calls calls = calls(fake, face);

            Answer created = calls.post(keys(fake), BODY);
            String id = id(created);
            Answer got = calls.get(keys(fake) + "/" + id);
            Answer listed = calls.get(keys(fake));

            assertThat(created.status()).isEqualTo(201);
            assertThat(spec(created).get("secret").asString())
                    .contains(fake.project().secretOf(id).reveal());
            assertThat(spec(got)).doesNotContainKey("secret").containsKey("accessKeyId");
            assertThat(listed.json().elements()).hasSize(1);
            assertThat(listed.text()).doesNotContain(fake.project().secretOf(id).reveal());
            assertThat(fake.ledger().applied()).containsExactly(new Change(Change.Kind.CREATED, id));
        }
    }

    @Test
    void aNewKeyIsNotFoundThenProvisioningThenProvisioned() throws IOException {
        FakeNscale fake = FakeNscale.builder()
                .foundAfter(Lag.ofReads(2))
                .provisionedAfter(Lag.ofReads(3))
                .inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);

        Answer created = calls.post(keys(fake), BODY);
        String key = keys(fake) + "/" + id(created);

        assertThat(status(created)).isEqualTo("pending");
        assertThat(calls.get(key).status()).isEqualTo(404);
        assertThat(calls.get(keys(fake)).json().elements()).isEmpty();
        Answer third = calls.get(key);
        assertThat(status(third)).isEqualTo("provisioning");
        assertThat(spec(third).get("accessKeyId")).isEqualTo(JsonValue.ofNull());
        assertThat(status(calls.get(key))).isEqualTo("provisioned");
    }

    @Test
    void provisioningGoesOnWithTime() throws IOException {
        VirtualTime time = VirtualTime.create();
        FakeNscale fake = FakeNscale.builder()
                .timeSource(time)
                .provisionedAfter(Lag.of(Duration.ofSeconds(30)))
                .goneAfter(Lag.of(Duration.ofSeconds(30)))
                .inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);
        String id = id(calls.post(keys(fake), BODY));
        String key = keys(fake) + "/" + id;
        NscaleKey before = fake.project().key(id).orElseThrow();
        String secret = fake.project().secretOf(id).reveal();

        assertThat(before.status()).isEqualTo(NscaleStatus.PROVISIONING);
        assertThat(fake.project().isAcceptedByS3(before.accessKeyId(), secret)).isFalse();
        assertThat(fake.project().s3SecretOf(before.accessKeyId())).isEmpty();
        time.advance(Duration.ofSeconds(30));
        assertThat(fake.project().isAcceptedByS3(before.accessKeyId(), secret)).isTrue();
        assertThat(fake.project().s3SecretOf(before.accessKeyId())).contains(Secret.of(secret));
        Answer deleted = calls.delete(key);
        assertThat(fake.project().s3SecretOf(before.accessKeyId())).isEmpty();
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(deleted.body()).isEmpty();
        assertThat(status(calls.get(key))).isEqualTo("deprovisioning");
        time.advance(Duration.ofSeconds(30));
        assertThat(calls.get(key).status()).isEqualTo(404);
        assertThat(calls.delete(key).status()).isEqualTo(404);
    }

    @Test
    void provisioningAndDeletionCanFail() throws IOException {
        FakeNscale up = FakeNscale.builder().failingProvisioning().inMemory();
        FakeNscale down = FakeNscale.builder().keys(1).failingDeletion().inMemory();
        String old = keys(down) + "/" + down.project().keys().get(0).id();

        String id = id(calls(up, Face.IN_MEMORY).post(keys(up), BODY));
        calls(down, Face.IN_MEMORY).delete(old);

        assertThat(status(calls(up, Face.IN_MEMORY).get(keys(up) + "/" + id))).isEqualTo("error");
        assertThat(status(calls(down, Face.IN_MEMORY).get(old))).isEqualTo("error");
    }

    @Test
    void anAccessKeyIdBreaksTheDocumentedPattern() {
        FakeNscale fake = FakeNscale.builder().keys(1).inMemory();

        assertThat(fake.project().keys().get(0).accessKeyId()).hasSize(26).contains("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"metadata\":{\"name\":\"-a\"},\"spec\":{\"identityPolicy\":\"system-default-admin\"}}",
                "{\"metadata\":{\"name\":\"a\"}}"
            })
    void aBodyThatBreaksARuleIsRefused(String body) throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();

        Answer refused = calls(fake, Face.IN_MEMORY).post(keys(fake), body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("error")).isEqualTo("invalid_request");
        assertThat(refused.text("error_description")).isNotEmpty();
        assertThat(refused.text("trace_id")).hasSize(32);
        assertThat(fake.ledger().applied()).isEmpty();
    }

    @Test
    void aPolicyThatTheEndpointLacksIsUnprocessable() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();

        Answer refused = calls(fake, Face.IN_MEMORY).post(keys(fake), BODY.replace("system-default-admin", "other"));

        assertThat(refused.status()).isEqualTo(422);
    }

    @Test
    void aWrongTokenIsChallenged() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);
        fake.renewToken();

        Answer refused = calls.get(keys(fake));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void anEndpointInUseIsForbiddenToDelete() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);
        String endpoint = FakeNscale.ENDPOINTS + "/" + fake.project().endpointId();
        fake.project().setInUse(true);

        Answer refused = calls.delete(endpoint);
        fake.project().setInUse(false);
        Answer deleted = calls.delete(endpoint);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("error_description")).contains("in use");
        assertThat(deleted.status()).isEqualTo(202);
        assertThat(calls.get(endpoint).status()).isEqualTo(404);
    }

    @Test
    void aProvisionedEndpointTellsItsAddress() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();
        FakeNscale without =
                FakeNscale.builder().quirks(NscaleQuirk.WITHOUT_ADDRESS).inMemory();

        assertThat(calls(fake, Face.IN_MEMORY).get(FakeNscale.ENDPOINTS).text()).contains("dnsName");
        assertThat(calls(without, Face.IN_MEMORY).get(FakeNscale.ENDPOINTS).text())
                .doesNotContain("dnsName");
    }

    @Test
    void unknownPathsAndMethodsAreTold() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);

        assertThat(calls.get("/api/v1/elsewhere").status()).isEqualTo(404);
        assertThat(calls.put(keys(fake), BODY).status()).isEqualTo(405);
        assertThat(calls.get(FakeNscale.ENDPOINTS + "/Capitals").status()).isEqualTo(400);
    }

    @Test
    void forbiddenMeansEverything() throws IOException {
        FakeNscale fake = FakeNscale.builder().forbidden().inMemory();

        assertThat(calls(fake, Face.IN_MEMORY).get(FakeNscale.ENDPOINTS).status())
                .isEqualTo(403);
    }

    @Test
    void faultsHideWhatWasAppliedOrTheSecret() throws IOException {
        FakeNscale fake = FakeNscale.builder().inMemory();
        Calls calls = calls(fake, Face.IN_MEMORY);
        fake.faults().onCall(1).of("POST", FakeNscale.KEYS).order(NscaleFaults.appliedButFailed());
        fake.faults().onCall(2).of("POST", FakeNscale.KEYS).order(NscaleFaults.secretMissing());
        fake.faults().onCall(3).of("POST", FakeNscale.KEYS).order(NscaleFaults.secretEmpty());
        fake.faults().onCall(1).of("GET", FakeNscale.KEYS).order(NscaleFaults.inUse());
        fake.faults().onCall(2).of("GET", FakeNscale.KEYS).order(Fault.status(503));

        assertThat(calls.post(keys(fake), BODY).status()).isEqualTo(500);
        assertThat(spec(calls.post(keys(fake), BODY))).doesNotContainKey("secret");
        assertThat(spec(calls.post(keys(fake), BODY))).containsEntry("secret", JsonValue.string(""));
        assertThat(calls.get(keys(fake)).status()).isEqualTo(403);
        assertThat(fake.project().keys()).hasSize(3);
    }

    @Test
    void theSameSeedGivesTheSameKeys() {
        FakeNscale one = FakeNscale.builder().seed(7).keys(3).inMemory();
        FakeNscale same = FakeNscale.builder().seed(7).keys(3).inMemory();
        FakeNscale other = FakeNscale.builder().seed(8).keys(3).inMemory();

        assertThat(one.project().secrets())
                .isEqualTo(same.project().secrets())
                .isNotEqualTo(other.project().secrets());
    }

    @Test
    void thingsCanHappenBehindTheClientsBack() {
        FakeNscale fake = FakeNscale.builder().inMemory();

        NscaleKey added = fake.project().addKey("someone");
        fake.project().failKey(added.id());
        NscaleStatus failed = fake.project().key(added.id()).orElseThrow().status();
        fake.project().removeKey(added.id());

        assertThat(failed).isEqualTo(NscaleStatus.ERROR);
        assertThat(fake.project().keys()).isEmpty();
        assertThat(fake.ledger().entries()).isEmpty();
    }

    private static Calls calls(FakeNscale fake, Face face) {
        return Calls.to(fake, face).withToken(fake.token());
    }

    private static String keys(FakeNscale fake) {
        return FakeNscale.ENDPOINTS + "/" + fake.project().endpointId() + "/accesskeys";
    }

    private static Map<String, JsonValue> spec(Answer answer) {
        return answer.json().members().get("spec").members();
    }

    private static String id(Answer answer) {
        return metadata(answer, "id");
    }

    private static String status(Answer answer) {
        return metadata(answer, "provisioningStatus");
    }

    private static String metadata(Answer answer, String member) {
        return answer.json()
                .members()
                .get("metadata")
                .member(member)
                .flatMap(JsonValue::asString)
                .orElseThrow();
    }
}
