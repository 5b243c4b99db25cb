package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.FoundSecrets;
import dev.accesskeys.Response;
import dev.accesskeys.Secret;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.nscale.model.CreatedObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ObjectStorageAccessKey;
import dev.accesskeys.nscale.model.ProvisioningStatus;
import dev.accesskeys.nscale.model.ResourceMetadata;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.nscale.NscaleFaults;
import dev.accesskeys.testing.nscale.NscaleKey;
import dev.accesskeys.testing.nscale.NscaleQuirk;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectStorageAccessKeysTest {

    @Test
    void aKeyIsCreatedListedGotAndDeleted() {
        try (Nscale nscale = Nscale.create()) {
            ObjectStorageAccessKeys keys = nscale.client().objectStorageAccessKeys();
            String endpoint = nscale.endpointId();

            CreatedObjectStorageAccessKey created = keys.create(endpoint, Nscale.request("backup"));
            String id = created.metadata().id();
            ObjectStorageAccessKey got = keys.get(endpoint, id);
            List<ObjectStorageAccessKey> listed = keys.list(endpoint);
            keys.delete(endpoint, id);

            assertThat(created.spec().secret())
                    .isEqualTo(nscale.fake().project().secretOf(id));
            assertThat(got.metadata().name()).isEqualTo("backup");
            assertThat(got.spec().identityPolicy()).isEqualTo("system-default-admin");
            assertThat(got.spec().accessKeyId()).isEqualTo(created.spec().accessKeyId());
            assertThat(listed).hasSize(3).contains(got);
            assertThatThrownBy(() -> keys.get(endpoint, id)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void theAsynchronousTwinsDoTheSame() throws Exception {
        try (Nscale nscale = Nscale.create()) {
            ObjectStorageAccessKeys keys = nscale.client().objectStorageAccessKeys();
            String endpoint = nscale.endpointId();

            String id = keys.createAsync(endpoint, Nscale.request("backup"))
                    .get(10, TimeUnit.SECONDS)
                    .metadata()
                    .id();
            String name = keys.getAsync(endpoint, id)
                    .get(10, TimeUnit.SECONDS)
                    .metadata()
                    .name();
            int listed = keys.listAsync(endpoint).get(10, TimeUnit.SECONDS).size();
            keys.deleteAsync(endpoint, id).get(10, TimeUnit.SECONDS);

            assertThat(name).isEqualTo("backup");
            assertThat(listed).isEqualTo(3);
            assertThat(nscale.fake().project().keys())
                    .extracting(NscaleKey::name)
                    .containsExactly("key-1", "key-2");
        }
    }

    @Test
    void circumstancesOfTheAnswerCanBeHad() {
        try (Nscale nscale = Nscale.create()) {
            Response<CreatedObjectStorageAccessKey> created = nscale.client()
                    .objectStorageAccessKeys()
                    .withResponse()
                    .create(nscale.endpointId(), Nscale.request("backup"));

            assertThat(created.status()).isEqualTo(201);
        }
    }

    @Test
    void theSecretGoesToTheSinkFirst() {
        List<FoundSecrets> found = new ArrayList<>();
        try (Nscale nscale = Nscale.create()) {
            CreatedObjectStorageAccessKey created = nscale.client()
                    .objectStorageAccessKeys()
                    .with(CallOptions.secretSink(found::add))
                    .create(nscale.endpointId(), Nscale.request("backup"));

            assertThat(found).hasSize(1);
            assertThat(found.get(0).secrets()).containsValue(created.spec().secret());
            assertThat(found.get(0).identifiers())
                    .containsEntry("id", created.metadata().id());
        }
    }

    @Test
    void theAccessKeyIdMayComeLater() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().quirks(NscaleQuirk.ACCESS_KEY_ID_LATER))) {
            CreatedObjectStorageAccessKey created =
                    nscale.client().objectStorageAccessKeys().create(nscale.endpointId(), Nscale.request("backup"));

            assertThat(created.spec().accessKeyId()).isEmpty();
            assertThat(created.spec().secret().reveal()).hasSize(40);
        }
    }

    @Test
    void sparseMetadataIsReadToo() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().keys(1).quirks(NscaleQuirk.SPARSE_METADATA))) {
            ObjectStorageAccessKey key = nscale.client()
                    .objectStorageAccessKeys()
                    .list(nscale.endpointId())
                    .get(0);

            assertThat(key.metadata().creationTime()).isEmpty();
            assertThat(key.metadata().organizationId()).isEmpty();
        }
    }

    @Test
    void unknownMembersAndValuesAreKept() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake()
                    .faults()
                    .onCall(1)
                    .order(NscaleFaults.withMetadata("provisioningStatus", JsonValue.string("hibernating")));
            nscale.fake().faults().onCall(2).order(NscaleFaults.withMetadata("colour", JsonValue.string("blue")));
            ObjectStorageAccessKeys keys = nscale.client().objectStorageAccessKeys();

            ObjectStorageAccessKey one = keys.get(nscale.endpointId(), nscale.firstKeyId());
            ObjectStorageAccessKey other = keys.get(nscale.endpointId(), nscale.firstKeyId());

            assertThat(one.metadata().provisioningStatus().value()).isEqualTo("hibernating");
            assertThat(one.metadata().provisioningStatus().known()).isEqualTo(ProvisioningStatus.Known.UNRECOGNIZED);
            assertThat(other.metadata().unknownMembers()).containsEntry("colour", JsonValue.string("blue"));
            assertThat(ObjectStorageAccessKey.CODEC.fromJson(ObjectStorageAccessKey.CODEC.toJson(other)))
                    .isEqualTo(other);
        }
    }

    @Test
    void aCreateIsSentOnceWhateverBecomesOfItsAnswer() {
        for (Fault fault : List.of(
                Fault.applyThenDrop(),
                Fault.status(500),
                Fault.status(503),
                NscaleFaults.appliedButFailed(),
                Fault.html(502))) {
            try (Nscale nscale = Nscale.create()) {
                nscale.fake().faults().onCall(1).of("POST", FakeNscale.KEYS).order(fault);

                assertThatThrownBy(() -> nscale.client()
                                .objectStorageAccessKeys()
                                .create(nscale.endpointId(), Nscale.request("backup")))
                        .as(fault.name())
                        .isInstanceOf(OutcomeUnknownException.class)
                        .hasMessageContaining("List the keys of the endpoint");
                assertThat(nscale.fake().ledger().count("POST", FakeNscale.KEYS))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void anAnswerWithoutItsSecretIsNoSuccess() {
        for (Fault fault :
                List.of(NscaleFaults.secretMissing(), NscaleFaults.secretEmpty(), Fault.htmlInsteadOfJson())) {
            try (Nscale nscale = Nscale.create()) {
                nscale.fake().faults().onCall(1).of("POST", FakeNscale.KEYS).order(fault);

                assertThatThrownBy(() -> nscale.client()
                                .objectStorageAccessKeys()
                                .create(nscale.endpointId(), Nscale.request("backup")))
                        .as(fault.name())
                        .isInstanceOf(AppliedButLostException.class);
                assertThat(nscale.fake().ledger().count("POST", FakeNscale.KEYS))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void aBadMemberNeverLosesTheSecret() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake()
                    .faults()
                    .onCall(1)
                    .of("POST", FakeNscale.KEYS)
                    .order(NscaleFaults.withMetadata("creationTime", JsonValue.string("yesterday")));

            assertThatThrownBy(() -> nscale.client()
                            .objectStorageAccessKeys()
                            .create(nscale.endpointId(), Nscale.request("backup")))
                    .isInstanceOfSatisfying(AppliedButLostException.class, lost -> {
                        Secret secret = nscale.fake()
                                .project()
                                .secretOf(lost.salvagedIdentifiers().get("id"));
                        assertThat(lost.salvagedSecrets()).containsValue(secret);
                        assertThat(lost.toString()).doesNotContain(secret.reveal());
                    });
        }
    }

    @Test
    void readsAndDeletesAreRepeated() {
        try (Nscale nscale = Nscale.create()) {
            ObjectStorageAccessKeys keys = nscale.client().objectStorageAccessKeys();
            nscale.fake().faults().onCall(1).of("GET", FakeNscale.KEYS).order(Fault.status(503));
            nscale.fake().faults().onCall(1).of("DELETE", FakeNscale.KEY).order(Fault.applyThenDrop());

            int listed = keys.list(nscale.endpointId()).size();
            keys.delete(nscale.endpointId(), nscale.firstKeyId());

            assertThat(listed).isEqualTo(2);
            assertThat(nscale.fake().ledger().count("GET", FakeNscale.KEYS)).isEqualTo(2);
            assertThat(nscale.fake().ledger().count("DELETE", FakeNscale.KEY)).isEqualTo(2);
            assertThat(nscale.fake().project().keys()).hasSize(1);
        }
    }

    @Test
    void aListThatFailsForGoodIsAServersFailure() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().faults().onEveryCall().order(Fault.status(500));

            assertThatThrownBy(() -> nscale.client().objectStorageAccessKeys().list(nscale.endpointId()))
                    .isInstanceOf(ServerException.class);
            assertThat(nscale.fake().ledger().entries()).hasSize(3);
        }
    }

    @Test
    void tooManyRequestsAreRepeatedEvenForACreate() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().faults().onNextCalls(2).of("POST", FakeNscale.KEYS).order(Fault.status(429));
            ObjectStorageAccessKeys keys = nscale.client().objectStorageAccessKeys();

            keys.create(nscale.endpointId(), Nscale.request("backup"));
            nscale.fake().faults().onEveryCall().order(Fault.status(429));

            assertThat(nscale.fake().ledger().applied()).hasSize(1);
            assertThatThrownBy(() -> keys.list(nscale.endpointId())).isInstanceOf(RateLimitedException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Capitals",
                "..",
                "../keys",
                "a/b",
                "-begins",
                "ends-",
                "under_score",
                "a234567890123456789012345678901234567890123456789012345678901234"
            })
    void idsOfWrongFormAreRefusedBeforeAnythingIsSent(String id) {
        try (Nscale nscale = Nscale.create()) {
            ObjectStorageAccessKeys keys = nscale.client().objectStorageAccessKeys();

            assertThatThrownBy(() -> keys.list(id))
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            refused -> assertThat(refused.field()).isEqualTo("objectStorageEndpointID"));
            assertThatThrownBy(() -> keys.get(nscale.endpointId(), id))
                    .isInstanceOfSatisfying(
                            ValidationException.class,
                            refused -> assertThat(refused.field()).isEqualTo("objectStorageAccessKeyID"));
            assertThat(nscale.fake().ledger().entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-a", "a-", "a b", "ä", "a/b"})
    void namesAreCheckedWhenTheyAreSent(String name) {
        assertThatThrownBy(() -> ResourceMetadata.builder().name(name).build())
                .isInstanceOfSatisfying(
                        ValidationException.class,
                        refused -> assertThat(refused.field()).isEqualTo("name"));
    }

    @Test
    void namesAreNotCheckedWhenTheyAreRead() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().faults().onCall(1).order(NscaleFaults.withMetadata("name", JsonValue.string("-- 1 --")));

            ObjectStorageAccessKey key =
                    nscale.client().objectStorageAccessKeys().get(nscale.endpointId(), nscale.firstKeyId());

            assertThat(key.metadata().name()).isEqualTo("-- 1 --");
        }
    }

    @Test
    void noTextShowsASecret() {
        try (Nscale nscale = Nscale.create()) {
            CreatedObjectStorageAccessKey created =
                    nscale.client().objectStorageAccessKeys().create(nscale.endpointId(), Nscale.request("backup"));

            assertThat(created.toString() + created.spec())
                    .doesNotContain(created.spec().secret().reveal());
        }
    }
}
