package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.Reconciliation.Verdict;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.Lag;
import dev.accesskeys.testing.linode.LinodeKey;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What became of a change whose answer was lost is found out by reading, never by sending it again. */
class LinodeReconciliationTest {

    private static Reconciliation reconcile(Linode linode, PendingChange change, Way way) {
        AccessKeyService keys = linode.client.accessKeys();
        return way.make(() -> keys.reconcile(change), () -> keys.reconcileAsync(change));
    }

    private static PendingChange pending(Runnable call) {
        return catchThrowableOfType(OutcomeUnknownException.class, call::run)
                .pending()
                .orElseThrow();
    }

    private static PendingChange lostRotation(Linode linode, Fault fault) {
        long number = linode.fake.account().addKey("backup").id();
        linode.onFirst(Call.CREATE, fault);
        KeyRotation rotation = KeyRotation.of(AccessKeyId.of("linode", Long.toString(number)));
        return pending(() -> linode.client.accessKeys().rotate(rotation));
    }

    private static PendingChange lostCreate(Linode linode, Fault fault) {
        linode.onFirst(Call.CREATE, fault);
        return pending(() -> linode.client.accessKeys().create(AccessKeySpec.named("backup")));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aSuccessorThatIsListedProvesThatTheRotationWasMade(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(600).quota(1000))) {
            PendingChange change = lostRotation(linode, Fault.applyThenDrop());
            List<LinodeKey> keys = linode.fake.account().keys();

            Reconciliation found = reconcile(linode, change, way);

            assertThat(found.verdict()).isEqualTo(Verdict.APPLIED);
            assertThat(found.key())
                    .hasValueSatisfying(key -> assertThat(key.id().value())
                            .isEqualTo(Long.toString(keys.get(keys.size() - 1).id())));
            assertThat(found.secret()).isEmpty();
            assertThat(found.advice()).contains("lost for good: revoke linode:").contains("and create another one");
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void nothingIsProvedWhileTheListLags(Way way) {
        try (Linode linode = Linode.inMemory(settings -> settings.newKeysListedAfter(Lag.ofReads(2)))) {
            PendingChange change = lostRotation(linode, Fault.applyThenDrop());

            Reconciliation first = reconcile(linode, change, way);
            Reconciliation second = reconcile(linode, change, way);
            Reconciliation third = reconcile(linode, change, way);

            assertThat(first.verdict()).isEqualTo(Verdict.NOT_SEEN);
            assertThat(first.advice()).contains("Listings lag: look again after a minute or two");
            assertThat(second.verdict()).isEqualTo(Verdict.NOT_SEEN);
            assertThat(third.verdict()).isEqualTo(Verdict.APPLIED);
            assertThat(linode.received(Call.CREATE)).isEqualTo(1);
        }
    }

    @Test
    void aRotationThatWasNotMadeIsNotSeen() {
        try (Linode linode = Linode.inMemory()) {
            PendingChange change = lostRotation(linode, Fault.drop());

            assertThat(reconcile(linode, change, Way.BLOCKING).verdict()).isEqualTo(Verdict.NOT_SEEN);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aLabelThatTheCallerChoseProvesNothing(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.fake.account().addKey("backup");
            PendingChange change = lostCreate(linode, Fault.applyThenDrop());

            Reconciliation found = reconcile(linode, change, way);

            assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(found.candidates()).extracting(AccessKey::name).containsExactly("backup", "backup");
            assertThat(found.advice()).contains("revoke only what nobody uses");
        }
    }

    @Test
    void evenASingleKeyWithThatLabelMayBeAnother() {
        try (Linode linode = Linode.inMemory()) {
            linode.fake.account().addKey("backup");
            PendingChange change = lostCreate(linode, Fault.drop());

            assertThat(reconcile(linode, change, Way.BLOCKING).verdict()).isEqualTo(Verdict.UNDECIDED);
        }
    }

    @Test
    void aLabelThatTheCallerTookFromASuccessorProvesNothing() {
        try (Linode linode = Linode.inMemory()) {
            String label = "backup-4kq2mz7a-x7gh2k5mqa3cz";
            linode.fake.account().addKey(label);
            linode.onFirst(Call.CREATE, Fault.drop());
            PendingChange change = pending(() -> linode.client.accessKeys().create(AccessKeySpec.named(label)));

            Reconciliation found = reconcile(linode, change, Way.BLOCKING);

            assertThat(found.verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(found.candidates()).extracting(AccessKey::name).containsExactly(label);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void anIdThatWasSalvagedProvesIt(Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.fake.account().addKey("backup");
            PendingChange change = lostCreate(linode, Fault.withMember("limited", JsonValue.string("?")));

            Reconciliation found = reconcile(linode, change, way);

            assertThat(found.verdict()).isEqualTo(Verdict.APPLIED);
            assertThat(found.key().orElseThrow().id().value())
                    .isEqualTo(change.facts().get("id"))
                    .isEqualTo(Long.toString(linode.fake.account().keys().get(1).id()));
        }
    }

    @Test
    void aChangeCanBeKeptAndReconciledByAnotherClientLater() {
        try (Linode linode = Linode.inMemory()) {
            PendingChange change = lostRotation(linode, Fault.applyThenDrop());
            PendingChange restored = new PendingChange(change.provider(), change.change(), Map.copyOf(change.facts()));

            try (LinodeClient other = LinodeClient.builder()
                    .token(linode.fake.readOnlyToken())
                    .transport(linode.fake.transport())
                    .build()) {
                assertThat(other.accessKeys().reconcile(restored).verdict()).isEqualTo(Verdict.APPLIED);
            }
        }
    }

    static Stream<PendingChange> foreignChanges() {
        return Stream.of(
                new PendingChange("nscale", "create", Map.of("label", "backup")),
                new PendingChange("linode", "create", Map.of("name", "backup")),
                new PendingChange("linode", "create", Map.of()));
    }

    @ParameterizedTest
    @MethodSource("foreignChanges")
    void aChangeOfAnotherProviderIsRefused(PendingChange change) {
        try (Linode linode = Linode.inMemory()) {
            for (Way way : Way.values()) {
                assertThatThrownBy(() -> reconcile(linode, change, way))
                        .isExactlyInstanceOf(ValidationException.class)
                        .hasMessageContaining("pending change must be one of linode");
            }
            assertThat(linode.received()).isZero();
        }
    }
}
