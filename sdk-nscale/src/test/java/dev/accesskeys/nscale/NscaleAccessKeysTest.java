package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.AccessRights;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.nscale.FakeNscale;
import dev.accesskeys.testing.nscale.NscaleFaults;
import dev.accesskeys.testing.nscale.NscaleQuirk;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NscaleAccessKeysTest {

    @Test
    void aKeyTellsItsStateRightsTimeAndAddress() {
        try (Nscale nscale = Nscale.create()) {
            AccessKey key = keys(nscale).get(nscale.firstKey());

            assertThat(key.id()).isEqualTo(nscale.firstKey());
            assertThat(key.state()).isEqualTo(AccessKeyState.ACTIVE);
            assertThat(key.rights()).isEqualTo(AccessRights.policy("system-default-admin"));
            assertThat(key.createdAt()).isPresent();
            assertThat(key.accessKeyId()).isPresent();
            assertThat(key.endpoints()).hasSize(1);
            assertThat(key.endpoints().get(0).url()).hasScheme("https");
            assertThat(key.endpoints().get(0).region()).isEqualTo("eu-north-1");
        }
    }

    @Test
    void theAddressIsAskedForOnce() {
        try (Nscale nscale = Nscale.create()) {
            AccessKeyService keys = keys(nscale);

            keys.get(nscale.firstKey());
            keys.get(nscale.firstKey());

            assertThat(nscale.fake().ledger().count("GET", FakeNscale.ENDPOINT)).isEqualTo(1);
        }
    }

    @Test
    void keysAreWorthMoreThanTheirAddress() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake()
                    .faults()
                    .onEveryCall()
                    .of("GET", FakeNscale.ENDPOINT)
                    .order(NscaleFaults.rejected(403, "forbidden", "keys only"));

            CreatedAccessKey created = keys(nscale).create(AccessKeySpec.named("backup"));

            assertThat(created.key().endpoints()).isEmpty();
            assertThat(created.secret().reveal()).hasSize(40);
        }
    }

    @Test
    void anEndpointWithoutAddressGivesNone() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().keys(1).quirks(NscaleQuirk.WITHOUT_ADDRESS))) {
            assertThat(keys(nscale).get(nscale.firstKey()).endpoints()).isEmpty();
        }
    }

    @Test
    void aNewKeyIsPendingAndItsSecretIsThere() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().provisionedAfter(Lag.ofReads(3)))) {
            CreatedAccessKey created = keys(nscale).create(AccessKeySpec.named("backup"));

            assertThat(created.key().state()).isEqualTo(AccessKeyState.PENDING);
            assertThat(nscale.fake().ledger().count("GET", FakeNscale.KEY)).isZero();
            assertThat(created.secret().reveal()).hasSize(40);
        }
    }

    @Test
    void aPolicyCanBeChosenAndOtherRightsAreUnsupported() {
        try (Nscale nscale = Nscale.create()) {
            AccessKeyService keys = keys(nscale);
            AccessKeySpec spec = AccessKeySpec.named("backup");

            assertThatThrownBy(() -> keys.create(spec.withRights(AccessRights.limitedTo())))
                    .isInstanceOf(UnsupportedCapabilityException.class)
                    .hasMessageContaining("policy on the endpoint");
            assertThatThrownBy(() -> keys.create(spec.withRights(AccessRights.unstated())))
                    .isInstanceOf(UnsupportedCapabilityException.class);
            assertThatThrownBy(() -> keys.create(spec.withRegions(List.of("eu-south-1"))))
                    .isInstanceOf(UnsupportedCapabilityException.class);
            assertThat(nscale.fake().ledger().entries()).isEmpty();

            CreatedAccessKey created = keys.create(spec.withRights(AccessRights.policy("system-default-admin")));
            assertThat(created.key().rights()).isEqualTo(AccessRights.policy("system-default-admin"));
        }
    }

    @Test
    void updatesAreUnsupportedAndTheReasonSaysWhatInstead() {
        try (Nscale nscale = Nscale.create()) {
            assertThatThrownBy(() -> keys(nscale).update(nscale.firstKey(), AccessKeyUpdate.name("other")))
                    .isInstanceOf(UnsupportedCapabilityException.class)
                    .hasMessageContaining("rotate");
            assertThat(nscale.fake().ledger().entries()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRotationCreatesASuccessorAndLeavesTheOldKey(boolean asynchronous) throws Exception {
        try (Nscale nscale = Nscale.create()) {
            KeyRotation rotation = KeyRotation.of(nscale.firstKey());
            RotatedKey rotated = asynchronous
                    ? keys(nscale).rotateAsync(rotation).get(10, TimeUnit.SECONDS)
                    : keys(nscale).rotate(rotation);

            assertThat(rotated.previousState()).isEqualTo(PreviousKeyState.STILL_VALID);
            assertThat(rotated.key().name()).startsWith("key-1-").hasSizeLessThanOrEqualTo(63);
            assertThat(rotated.key().rights()).isEqualTo(AccessRights.policy("system-default-admin"));
            assertThat(rotated.secret()).isPresent();
            assertThat(nscale.fake().project().keys()).hasSize(3);
        }
    }

    @Test
    void theNameOfASuccessorStaysWithinTheRules() {
        try (Nscale nscale = Nscale.create()) {
            String id = nscale.fake()
                    .project()
                    .addKey("a" + "-b_c.".repeat(12) + "de")
                    .id();

            RotatedKey rotated = keys(nscale).rotate(KeyRotation.of(id(nscale, id)));
            RotatedKey again = keys(nscale).rotate(KeyRotation.of(rotated.key().id()));

            assertThat(rotated.key().name()).hasSizeLessThanOrEqualTo(63).startsWith("a-b_c");
            assertThat(again.key().name())
                    .hasSizeLessThanOrEqualTo(63)
                    .isNotEqualTo(rotated.key().name());
        }
    }

    @Test
    void aKeyThatIsBeingTakenDownIsNotRotated() {
        try (Nscale nscale = Nscale.with(FakeNscale.builder().keys(1).goneAfter(Lag.ofReads(10)))) {
            keys(nscale).revoke(nscale.firstKey());

            assertThatThrownBy(() -> keys(nscale).rotate(KeyRotation.of(nscale.firstKey())))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("taken down");
            assertThat(nscale.fake().ledger().count("POST", FakeNscale.KEYS)).isZero();
        }
    }

    @Test
    void anIdOfAnotherEndpointIsRefusedBeforeAnythingIsSent() {
        try (Nscale nscale = Nscale.create()) {
            AccessKeyService keys = keys(nscale);

            assertThatThrownBy(() -> keys.get(AccessKeyId.of("nscale", "elsewhere/key")))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("elsewhere");
            assertThatThrownBy(() -> keys.get(AccessKeyId.of("nscale", "key")))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("nscale:endpoint/key");
            assertThatThrownBy(() -> keys.revoke(AccessKeyId.of("nscale", nscale.endpointId() + "/../x")))
                    .isInstanceOf(ValidationException.class);
            assertThat(nscale.fake().ledger().entries()).isEmpty();
        }
    }

    @Test
    void anEndpointIdOfWrongFormIsRefused() {
        try (Nscale nscale = Nscale.create()) {
            assertThatThrownBy(() -> nscale.client().accessKeys("Capitals")).isInstanceOf(ValidationException.class);
        }
    }

    @Test
    void aLostCreateIsUndecidedForItsNameProvesNothing() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().faults().onCall(1).of("POST", FakeNscale.KEYS).order(Fault.applyThenDrop());

            OutcomeUnknownException lost = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> keys(nscale).create(AccessKeySpec.named("backup")));
            Reconciliation found = keys(nscale).reconcile(lost.pending().orElseThrow());

            assertThat(found.verdict()).isEqualTo(Reconciliation.Verdict.UNDECIDED);
            assertThat(found.candidates()).extracting(AccessKey::name).containsExactly("backup");
            assertThat(nscale.fake().ledger().count("POST", FakeNscale.KEYS)).isEqualTo(1);
        }
    }

    @Test
    void aNameThatTheCallerTookFromASuccessorProvesNothing() {
        try (Nscale nscale = Nscale.create()) {
            String successor =
                    keys(nscale).rotate(KeyRotation.of(nscale.firstKey())).key().name();
            nscale.fake().faults().onCall(1).of("POST", FakeNscale.KEYS).order(Fault.drop());

            OutcomeUnknownException lost = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> keys(nscale).create(AccessKeySpec.named(successor)));
            Reconciliation found = keys(nscale).reconcile(lost.pending().orElseThrow());

            assertThat(found.verdict()).isEqualTo(Reconciliation.Verdict.UNDECIDED);
            assertThat(found.candidates()).extracting(AccessKey::name).containsExactly(successor);
        }
    }

    @Test
    void aLostCreateWhoseIdIsKnownIsApplied() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake()
                    .faults()
                    .onCall(1)
                    .of("POST", FakeNscale.KEYS)
                    .order(NscaleFaults.withMetadata("creationTime", JsonValue.string("yesterday")));

            OutcomeUnknownException lost = catchThrowableOfType(
                    OutcomeUnknownException.class, () -> keys(nscale).create(AccessKeySpec.named("key-1")));
            Reconciliation found = keys(nscale).reconcile(lost.pending().orElseThrow());

            assertThat(found.verdict()).isEqualTo(Reconciliation.Verdict.APPLIED);
            assertThat(found.secret()).isEmpty();
            assertThat(found.advice()).contains("revoke");
        }
    }

    @Test
    void anIdThatCannotBeUsedDoesNotLoseTheSecret() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake()
                    .faults()
                    .onCall(1)
                    .of("POST", FakeNscale.KEYS)
                    .order(NscaleFaults.withMetadata("id", JsonValue.string("a b")));

            assertThatThrownBy(() -> keys(nscale).create(AccessKeySpec.named("backup")))
                    .isInstanceOfSatisfying(
                            AppliedButLostException.class,
                            lost -> assertThat(lost.salvagedSecrets()).containsKey("secret"));
        }
    }

    @Test
    void aPendingChangeOfAnotherEndpointOrProviderIsRefused() {
        try (Nscale nscale = Nscale.create()) {
            AccessKeyService keys = keys(nscale);

            assertThatThrownBy(() -> keys.reconcile(new PendingChange("linode", "create", Map.of("name", "a"))))
                    .isInstanceOf(ValidationException.class);
            assertThatThrownBy(() -> keys.reconcile(
                            new PendingChange("nscale", "create", Map.of("name", "a", "endpoint", "elsewhere"))))
                    .isInstanceOf(ValidationException.class);
        }
    }

    @Test
    void revokingWhatIsNotThereSaysSo() {
        try (Nscale nscale = Nscale.create()) {
            assertThatThrownBy(() -> keys(nscale).revoke(id(nscale, "no-such-key")))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    @Test
    void addressesThatAreNoneAreLeftOut() {
        assertThat(URI.create("https://a_b").getHost()).isNull();
        try (Nscale nscale = Nscale.create()) {
            nscale.fake()
                    .faults()
                    .onEveryCall()
                    .of("GET", FakeNscale.ENDPOINT)
                    .order(Fault.withMember(
                            "status",
                            JsonValue.parse("{\"exposure\":{\"public\":{\"dnsName\":\"a b\"}}}"
                                    .getBytes(StandardCharsets.UTF_8))));

            assertThat(keys(nscale).get(nscale.firstKey()).endpoints()).isEmpty();
        }
    }

    private static AccessKeyService keys(Nscale nscale) {
        return nscale.client().accessKeys(nscale.endpointId());
    }

    private static AccessKeyId id(Nscale nscale, String keyId) {
        return AccessKeyId.of("nscale", nscale.endpointId() + "/" + keyId);
    }
}
