package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.RotationTooEarlyException;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyServices;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.OpenedAccessKeys;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.cloudflare.CloudflareQuirk;
import dev.accesskeys.testing.cloudflare.FakeCloudflare;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CloudflareAccessKeysTest {

    @Test
    void theOneKeyIsTheAccounts() {
        Fixture fixture = Fixture.create();

        List<AccessKey> listed = fixture.accessKeys().list().stream().toList();

        AccessKey key = listed.get(0);
        assertThat(listed).hasSize(1);
        assertThat(key.id()).isEqualTo(id(fixture)).hasToString("cloudflare:" + fixture.account);
        assertThat(key.state()).isEqualTo(AccessKeyState.ACTIVE);
        assertThat(key.createdAt()).contains(Instant.parse("2029-12-02T00:00:00Z"));
        assertThat(key.accessKeyId()).isEmpty();
        assertThat(key.endpoints()).isEmpty();
        assertThat(fixture.accessKeys().listAsync().join().items()).containsExactly(key);
        assertThat(fixture.accessKeys().get(id(fixture))).isEqualTo(key);
    }

    @Test
    void theCapabilitiesSayWhatCloudflareOffersInstead() {
        Capabilities capabilities = Fixture.create().accessKeys().capabilities();

        assertThat(capabilities.operations())
                .containsExactlyInAnyOrder(
                        KeyOperation.LIST, KeyOperation.GET, KeyOperation.UPDATE, KeyOperation.ROTATE);
        assertThat(capabilities.reasonAgainst(KeyOperation.CREATE).orElseThrow())
                .contains("Rotate");
        assertThat(capabilities.reasonAgainst(KeyOperation.REVOKE).orElseThrow())
                .contains("7 days");
        assertThat(capabilities.blastRadius()).isEqualTo(BlastRadius.ACCOUNT);
        assertThat(capabilities.afterRotation()).isEqualTo(PreviousKeyState.VALID_UNTIL);
        assertThat(capabilities.overlap()).contains(Duration.ofDays(7));
        assertThat(capabilities.minimumRotationInterval()).contains(Duration.ofDays(7));
        assertThat(capabilities.hasSecret()).isFalse();
        assertThat(capabilities.createdAtKnown()).isTrue();
        assertThat(capabilities.confirmation()).isEmpty();
    }

    @Test
    void updateSetsTheRotationIntervalAndNothingElse() {
        Fixture fixture = Fixture.create();

        fixture.accessKeys().update(id(fixture), AccessKeyUpdate.rotationInterval(Duration.ofDays(30)));

        assertThat(fixture.fake.account().intervalDays()).isEqualTo(30);
        fixture.fake.ledger().clear();
        for (int days : new int[] {20, 366}) {
            AccessKeyUpdate outOfRange = AccessKeyUpdate.rotationInterval(Duration.ofDays(days));
            assertThatThrownBy(() -> fixture.accessKeys().update(id(fixture), outOfRange))
                    .isInstanceOf(ValidationException.class)
                    .hasMessageContaining("from 21 to 365; given: " + days);
        }
        assertThatThrownBy(() -> fixture.accessKeys().update(id(fixture), AccessKeyUpdate.name("other")))
                .isInstanceOf(UnsupportedCapabilityException.class);
        assertThatThrownBy(() -> fixture.accessKeys().update(id(fixture), AccessKeyUpdate.regions(List.of("eu"))))
                .isInstanceOf(UnsupportedCapabilityException.class);
        assertThat(fixture.fake.ledger().entries()).isEmpty();
    }

    @Test
    void aRotationKeepsTheIdAndHasNoSecret() {
        Fixture fixture = Fixture.create();

        RotatedKey rotated = fixture.accessKeys().rotate(KeyRotation.of(id(fixture)));

        assertThat(rotated.key().id()).isEqualTo(id(fixture));
        assertThat(rotated.previousId()).isEqualTo(id(fixture));
        assertThat(rotated.previousState()).isEqualTo(PreviousKeyState.VALID_UNTIL);
        assertThat(rotated.previousValidUntil()).contains(fixture.time.now().plus(Duration.ofDays(7)));
        assertThat(rotated.secret()).isEmpty();
    }

    @Test
    void aSecondRotationIsStoppedByTheIntervalUnlessTheCallerInsists() {
        Fixture fixture = Fixture.create();
        KeyRotation rotation = KeyRotation.of(id(fixture));
        fixture.accessKeys().rotate(rotation);

        assertThatThrownBy(() -> fixture.accessKeys().rotate(rotation)).isInstanceOf(RotationTooEarlyException.class);
        fixture.accessKeys().rotate(rotation.insisting());

        assertThat(fixture.rotations()).isEqualTo(2);
    }

    @Test
    void anIdOfAnotherAccountIsRefusedBeforeAnythingIsSent() {
        Fixture fixture = Fixture.create();
        AccessKeyId other = AccessKeyId.of("cloudflare", "another");

        assertThatThrownBy(() -> fixture.accessKeys().get(other)).isInstanceOf(ValidationException.class);
        assertThatThrownBy(() -> fixture.accessKeys().rotate(KeyRotation.of(other)))
                .isInstanceOf(ValidationException.class);
        assertThat(fixture.fake.ledger().entries()).isEmpty();
    }

    @Test
    void aLostRotationThatMovedTheTimeIsApplied() {
        Fixture fixture = Fixture.create();

        Reconciliation found = fixture.accessKeys().reconcile(lose(fixture, Fault.applyThenDrop()));

        assertThat(found.verdict()).isEqualTo(Verdict.APPLIED);
        assertThat(found.key().orElseThrow().createdAt()).contains(fixture.time.now());
        assertThat(found.secret()).isEmpty();
        assertThat(found.advice()).contains("Do not rotate again");
    }

    @Test
    void aLostRotationThatLeftTheTimeIsNotSeenAndAPersonDecides() {
        Fixture fixture = Fixture.create();

        Reconciliation found = fixture.accessKeys().reconcile(lose(fixture, Fault.drop()));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_SEEN);
        assertThat(found.advice()).contains("a person decides");
        assertThat(fixture.rotations()).isEqualTo(1);
    }

    @Test
    void withoutATimeBeforeOrAfterNothingCanBeDecided() {
        Fixture never = Fixture.with(fake -> fake.quirks(CloudflareQuirk.WITHOUT_LAST_ROTATION));
        Fixture before = Fixture.create();
        PendingChange pending = lose(before, Fault.applyThenDrop());
        Map<String, String> facts = new HashMap<>(pending.facts());
        facts.remove("last_key_rotation_at");

        Reconciliation still = never.accessKeys().reconcile(lose(never, Fault.applyThenDrop()));
        Reconciliation later = before.accessKeys().reconcile(new PendingChange("cloudflare", "rotate", facts));

        assertThat(still.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(still.candidates()).hasSize(1);
        assertThat(later.verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(later.candidates()).hasSize(1);
    }

    @Test
    void aTimeFromBeforeTheRotationWasSentIsNoTraceOfIt() {
        Fixture fixture = Fixture.create();
        PendingChange pending = lose(fixture, Fault.drop());
        Map<String, String> facts = new HashMap<>(pending.facts());
        facts.remove("last_key_rotation_at");

        Reconciliation found = fixture.accessKeys().reconcile(new PendingChange("cloudflare", "rotate", facts));

        assertThat(found.verdict()).isEqualTo(Verdict.NOT_SEEN);
    }

    @Test
    void aHandleOfSomethingElseIsRefused() {
        Fixture fixture = Fixture.create();
        List<PendingChange> others = List.of(
                new PendingChange("linode", "rotate", Map.of()),
                new PendingChange("cloudflare", "create", Map.of()),
                new PendingChange("cloudflare", "rotate", Map.of("account_id", "another")),
                new PendingChange("cloudflare", "rotate", Map.of("account_id", fixture.account, "sent_at", "soon")));

        for (PendingChange other : others) {
            assertThatThrownBy(() -> fixture.accessKeys().reconcile(other)).isInstanceOf(ValidationException.class);
        }
        assertThat(fixture.fake.ledger().entries()).isEmpty();
    }

    @Test
    void theProviderIsOpenedByItsName() {
        try (FakeCloudflare fake = FakeCloudflare.start()) {
            Map<String, String> configuration = Map.of(
                    "CLOUDFLARE_API_TOKEN", fake.apiToken(),
                    "CLOUDFLARE_BASE_URL", fake.baseUrl().toString(),
                    "CLOUDFLARE_ACCOUNT_ID", fake.accountId());

            try (OpenedAccessKeys opened = AccessKeyServices.open("cloudflare", configuration)) {
                assertThat(opened.keys().list()).hasSize(1);
            }
        }
    }

    @Test
    void anAccountMustBeConfigured() {
        assertThatThrownBy(() -> AccessKeyServices.open("cloudflare", Map.of("CLOUDFLARE_API_TOKEN", "t")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLOUDFLARE_ACCOUNT_ID");
        assertThatThrownBy(() -> AccessKeyServices.open(
                        "cloudflare", Map.of("CLOUDFLARE_API_TOKEN", "t", "CLOUDFLARE_ACCOUNT_ID", "a".repeat(33))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("CLOUDFLARE_ACCOUNT_ID")
                .hasMessageContaining("33 characters");
    }

    private static PendingChange lose(Fixture fixture, Fault fault) {
        fixture.fake.faults().onCall(1).of("POST", Fixture.ROTATE).order(fault);
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> fixture.accessKeys().rotate(KeyRotation.of(id(fixture)).insisting()));
        PendingChange pending = lost.pending().orElseThrow();
        return pending;
    }

    private static AccessKeyId id(Fixture fixture) {
        return AccessKeyId.of("cloudflare", fixture.account);
    }
}
