package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a caller writes down before a rotation leads to its key, whatever becomes of the answer. */
class LinodePreparedRotationTest {

    private final String nonce = SuccessorName.newNonce();

    private KeyRotation rotation(long number) {
        return KeyRotation.of(AccessKeyId.of("linode", Long.toString(number))).withNonce(nonce);
    }

    private static PendingChange prepare(Linode linode, KeyRotation rotation, Way way) {
        AccessKeyService keys = linode.client.accessKeys();
        return way.make(() -> keys.prepareRotation(rotation), () -> keys.prepareRotationAsync(rotation));
    }

    private static RotatedKey rotate(Linode linode, KeyRotation rotation, Way way) {
        AccessKeyService keys = linode.client.accessKeys();
        return way.make(() -> keys.rotate(rotation), () -> keys.rotateAsync(rotation));
    }

    private static Verdict verdict(Linode linode, PendingChange change) {
        return linode.client.accessKeys().reconcile(change).verdict();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void theHandleHasExactlyTheLabelThatTheRotationThenGives(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("b".repeat(80)).id();

            PendingChange handle = prepare(linode, rotation(number), way);
            RotatedKey rotated = rotate(linode, rotation(number), way);

            assertThat(handle)
                    .isEqualTo(new PendingChange(
                            "linode", "rotate", Map.of("label", rotated.key().name())));
            assertThat(rotated.key().name()).hasSize(50).endsWith("-" + nonce);
        }
    }

    @Test
    void preparingListsAndGetsAndSendsNothingElse() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();

            prepare(linode, rotation(number), Way.BLOCKING);

            assertThat(linode.sent).hasSize(2).allMatch(request -> request.method() == HttpMethod.GET);
        }
    }

    @Test
    void aRotationIsFoundEvenIfTheOldKeyWasRelabelledInBetween() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            PendingChange handle = prepare(linode, rotation(number), Way.BLOCKING);
            linode.keys()
                    .update(
                            number,
                            UpdateObjectStorageKeyRequest.builder()
                                    .label("renamed")
                                    .build());
            linode.onFirst(Call.CREATE, Fault.applyThenDrop());

            assertThatThrownBy(() -> rotate(linode, rotation(number), Way.BLOCKING))
                    .isInstanceOf(OutcomeUnknownException.class);

            assertThat(verdict(linode, handle)).isEqualTo(Verdict.APPLIED);
        }
    }

    @Test
    void anotherRotationOfTheSameKeyIsNotTakenForIt() {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            PendingChange handle = prepare(linode, rotation(number), Way.BLOCKING);

            rotate(linode, rotation(number).withNonce(SuccessorName.newNonce()), Way.BLOCKING);

            assertThat(verdict(linode, handle)).isEqualTo(Verdict.NOT_SEEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anOrphanThatIsStillListedDoesNotStopTheNextAttempt(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.deletedKeysListedFor(Lag.ofReads(9)))) {
            long number = linode.fake.account().addKey("backup").id();
            AccessKeyId orphan = rotate(linode, rotation(number), way).key().id();
            linode.client.accessKeys().revoke(orphan);
            KeyRotation next =
                    rotation(number).withNonce(SuccessorName.newNonce()).ignoringAttempts(Set.of(nonce));

            assertThatThrownBy(() -> rotate(linode, next.ignoringAttempts(Set.of()), way))
                    .isInstanceOf(ValidationException.class);
            RotatedKey rotated = rotate(linode, next, way);

            assertThat(SuccessorName.nonceOf(rotated.key().name())).isEqualTo(next.nonce());
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aForeignSuccessorStopsItWhateverIsIgnored(Way way) {
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            AccessKeyId id = AccessKeyId.of("linode", Long.toString(number));
            linode.fake.account().addKey(SuccessorName.of("backup", id, 50, nonce));
            String foreign = SuccessorName.of("backup", id, 50);
            linode.fake.account().addKey(foreign);
            KeyRotation rotation = KeyRotation.of(id).ignoringAttempts(Set.of(nonce));

            assertThatThrownBy(() -> rotate(linode, rotation, way))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining(foreign);

            assertThat(linode.received(Call.CREATE)).isZero();
        }
    }

    @Test
    void aKeyThatIsGoneIsNotPrepared() {
        try (Linode linode = Linode.inMemory()) {
            assertThatThrownBy(() -> prepare(linode, rotation(7), Way.BLOCKING)).isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void withoutANonceNothingIsSent() {
        try (Linode linode = Linode.inMemory()) {
            KeyRotation rotation = KeyRotation.of(AccessKeyId.of("linode", "7"));

            for (Way way : Way.values()) {
                assertThatThrownBy(() -> prepare(linode, rotation, way))
                        .isInstanceOf(ValidationException.class)
                        .hasMessageContaining("nonce");
            }
            assertThat(linode.received()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aListenerHearsOfEachCallOfARotationWithTheProvidersTime(Way way) {
        List<String> heard = new CopyOnWriteArrayList<>();
        CallListener listener = new CallListener() {
            @Override
            public void callEnded(CallInfo call, CallResult result) {
                heard.add(call.method() + " " + result.serverTime().orElse(Instant.EPOCH));
            }
        };
        try (Linode linode = Linode.inMemory()) {
            long number = linode.fake.account().addKey("backup").id();
            AccessKeyService keys = linode.client.accessKeys().with(CallOptions.listener(listener));

            way.make(() -> keys.rotate(rotation(number)), () -> keys.rotateAsync(rotation(number)));

            assertThat(heard)
                    .containsExactly(
                            "GET 2030-01-01T00:00:00Z", "GET 2030-01-01T00:00:00Z", "POST 2030-01-01T00:00:00Z");
        }
    }

    @Test
    void theScopeAndTheQuotaAreKnownWithoutAsking() {
        try (LinodeClient client = LinodeClient.builder().token("t").build();
                LinodeClient elsewhere = LinodeClient.builder()
                        .token("t")
                        .baseUrl(URI.create("http://127.0.0.1:1/v4/"))
                        .build()) {

            assertThat(client.accessKeys().scope()).hasToString("linode https://api.linode.com/v4");
            assertThat(elsewhere.accessKeys().scope()).hasToString("linode http://127.0.0.1:1/v4");
            assertThat(client.accessKeys().capabilities().documentedQuota()).contains(100);
            assertThat(client.accessKeys().capabilities().rotatesOwnCredential())
                    .isFalse();
        }
    }
}
