package dev.accesskeys.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.internal.engine.Action;
import dev.accesskeys.rotation.internal.engine.Attempt;
import dev.accesskeys.rotation.internal.engine.Attempt.Fate;
import dev.accesskeys.rotation.internal.engine.Decision;
import dev.accesskeys.rotation.internal.engine.Grace;
import dev.accesskeys.rotation.internal.engine.Lineage;
import dev.accesskeys.rotation.internal.engine.LineageCodec;
import dev.accesskeys.rotation.internal.engine.Rotation;
import dev.accesskeys.rotation.internal.engine.RotationState;
import dev.accesskeys.rotation.internal.engine.RotationState.Kind;
import dev.accesskeys.rotation.internal.engine.Sight;
import dev.accesskeys.rotation.internal.engine.Steps;
import dev.accesskeys.rotation.internal.engine.Terms;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/**
 * The rules by themselves, on whatever journal and whatever sight: also on such as no run can lead to, for a rule that holds
 * there needs no luck elsewhere.
 */
class StepsPropertyTest {

    private static final int TRIES = 20_000;

    /** Every kind of action, and of revocations three. */
    private static final int ACTIONS = Action.class.getPermittedSubclasses().length + 2;

    private final Steps steps = new Steps();

    private record Case(Lineage lineage, Sight sight, Terms terms, Decision decision) {

        Action action() {
            return decision.action();
        }

        Kind kind() {
            return lineage.state().kind();
        }

        Rotation rotation() {
            return lineage.state().rotation().orElseThrow();
        }

        Optional<String> inUse() {
            return sight.store().current().flatMap(StoredKey::accessKeyId);
        }
    }

    private Case some(Random random) {
        StepsCases cases = new StepsCases(random);
        Lineage lineage = cases.lineage();
        Sight sight = cases.sight(lineage);
        Terms terms = cases.terms();
        return new Case(lineage, sight, terms, steps.next(lineage, sight, terms));
    }

    @Property(tries = TRIES)
    void theSameIsAlwaysDecidedInTheSameWay(@ForAll Random random) {
        Case each = some(random);

        Decision again = steps.next(each.lineage(), each.sight(), each.terms());

        assertThat(again.next()).isEqualTo(each.decision().next());
        assertThat(again.action()).hasToString(each.action().toString());
    }

    @Property(tries = TRIES)
    void theKeyInUseIsNeverRevoked(@ForAll Random random) {
        Case each = some(random);

        if (each.action() instanceof Action.Revoke revoke) {
            assertThat(each.sight().store()).describedAs("%s", each).isNotNull();
            assertThat(each.sight().keys()).describedAs("%s", each).isNotNull();
            assertThat(each.inUse().isPresent()
                            && each.inUse().equals(revoke.key().accessKeyId()))
                    .describedAs("%s", each)
                    .isFalse();
        }
    }

    @Property(tries = TRIES)
    void theOldKeyIsRevokedOnlyWhenEverythingIsSeen(@ForAll Random random) {
        Case each = some(random);

        if (each.action() instanceof Action.Revoke revoke && revoke.role() == Action.Role.OLD) {
            RotationState.Revoking state =
                    (RotationState.Revoking) each.lineage().state();
            Grace grace = state.grace();
            assertThat(each.decision().next().state()).isEqualTo(state);
            assertThat(revoke.key()).isEqualTo(each.rotation().old());
            assertThat(each.sight().tried().good()).isTrue();
            assertThat(each.sight().tried().id()).isEqualTo(state.key().id());
            assertThat(each.sight().store().current().flatMap(StoredKey::attempt))
                    .contains(each.rotation().nonce());
            assertThat(each.inUse()).isEqualTo(state.key().accessKeyId());
            assertThat(each.sight().keys())
                    .anyMatch(key -> key.id().equals(state.key().id()));
            assertThat(each.sight().now()).isAfterOrEqualTo(grace.until());
            if (grace.providerUntil() != null) {
                assertThat(each.sight().providerNow()).isAfterOrEqualTo(grace.providerUntil());
            }
        }
    }

    @Property(tries = TRIES)
    void theNewKeyIsWithdrawnOnlyOnTheWayBack(@ForAll Random random) {
        Case each = some(random);

        if (each.action() instanceof Action.Revoke revoke && revoke.role() == Action.Role.NEW) {
            assertThat(each.kind()).isEqualTo(Kind.WITHDRAWING);
            assertThat(Optional.of(revoke.key()))
                    .isEqualTo(each.lineage().state().fresh());
        }
    }

    @Property(tries = TRIES)
    void anOrphanIsAKeyOfAnAttemptOfOurs(@ForAll Random random) {
        Case each = some(random);

        if (each.action() instanceof Action.Revoke revoke && revoke.role() == Action.Role.ORPHAN) {
            if (each.kind() == Kind.ORPHANED) {
                assertThat(Optional.of(revoke.key()))
                        .isEqualTo(each.lineage().state().fresh());
            } else {
                assertThat(each.kind()).isIn(Kind.IDLE, Kind.REVOKING);
                assertThat(each.lineage().attempts())
                        .anyMatch(attempt -> attempt.fate() == Fate.FAILED
                                && revoke.key().name().endsWith(attempt.nonce())
                                && !attempt.snapshot().contains(revoke.key().id()));
            }
        }
    }

    @Property(tries = TRIES)
    void aRequestIsSentOnceAndOnlyWhenThereIsRoomForItsAnswer(@ForAll Random random) {
        Case each = some(random);

        if (each.action() instanceof Action.Send send) {
            assertThat(each.kind()).isEqualTo(Kind.INTENDED);
            assertThat(each.decision().next().state()).isEqualTo(new RotationState.Requested(each.rotation()));
            assertThat(send.nonce())
                    .isEqualTo(each.rotation().nonce())
                    .isEqualTo(each.sight().reserved());
            assertThat(each.sight().resumed()).isFalse();
            assertThat(each.sight().failure()).isNull();
        }
    }

    @Property(tries = TRIES)
    void onlyWhatIsAboutToBePublishedIsPublished(@ForAll Random random) {
        Case each = some(random);

        if (each.action() instanceof Action.Publish publish) {
            assertThat(each.kind()).isEqualTo(Kind.PUBLISHING);
            assertThat(each.rotation().goal()).isEqualTo(Rotation.Goal.FORWARD);
            assertThat(each.sight().resumed()).isFalse();
            assertThat(publish.nonce()).isEqualTo(each.rotation().nonce());
        }
        if (each.action() instanceof Action.Restore) {
            assertThat(each.kind()).isEqualTo(Kind.RESTORING);
            assertThat(each.sight().tried().good()).isTrue();
            assertThat(each.sight().tried().id())
                    .isEqualTo(each.rotation().old().id());
        }
    }

    /** Properties of what never comes up would be worth nothing. */
    @Test
    void everyActionComesUp() {
        Random random = new Random(42);
        Set<String> seen = new HashSet<>();

        for (int i = 0; i < 20 * TRIES && seen.size() < ACTIONS; i++) {
            Action action = some(random).action();
            seen.add(
                    action instanceof Action.Revoke revoke
                            ? "Revoke " + revoke.role()
                            : action.getClass().getSimpleName());
        }

        assertThat(seen).hasSize(ACTIONS);
    }

    @Property(tries = TRIES)
    void whatIsWrittenIsReadAgain(@ForAll Random random) {
        Lineage lineage = new StepsCases(random).lineage();

        Lineage read = LineageCodec.read(LineageCodec.write(lineage));

        assertThat(read)
                .isEqualTo(new Lineage(
                        lineage.state(),
                        lineage.halt(),
                        lineage.attempts().stream()
                                .map(StepsPropertyTest::asKept)
                                .toList(),
                        lineage.past()));
    }

    /** What was there before an attempt is of no use once its key cannot be an orphan any more. */
    private static Attempt asKept(Attempt attempt) {
        boolean needed = attempt.fate() == Fate.OPEN || attempt.fate() == Fate.FAILED;
        List<AccessKeyId> snapshot = needed ? attempt.snapshot() : List.of();
        return new Attempt(attempt.nonce(), attempt.run(), attempt.at(), attempt.fate(), snapshot);
    }

    @Property(tries = TRIES)
    void aDamagedEntryIsRefusedAndNothingElse(@ForAll Random random) {
        StepsCases cases = new StepsCases(random);
        String damaged = cases.damaged(LineageCodec.write(cases.lineage()));

        Throwable thrown = catchThrowable(() -> LineageCodec.read(damaged));

        assertThat(thrown == null || thrown instanceof JournalException)
                .describedAs("%s by %s", thrown, damaged)
                .isTrue();
    }
}
