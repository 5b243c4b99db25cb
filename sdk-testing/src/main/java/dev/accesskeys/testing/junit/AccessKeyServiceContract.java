package dev.accesskeys.testing.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.UnsupportedCapabilityException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.testing.Fault;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What every provider's {@link dev.accesskeys.keys.AccessKeyService} must keep to. It reads the {@link Capabilities} to know
 * what to expect, and makes every test twice, blocking and asynchronous. A provider's tests extend it:
 *
 * <pre>{@code
 * class LinodeContractTest extends AccessKeyServiceContract {
 *     @Override
 *     protected ContractSubject open() {
 *         return new LinodeSubject(FakeLinode.builder().keys(3).start());
 *     }
 * }
 * }</pre>
 */
public abstract class AccessKeyServiceContract extends RotationContract {

    /** For subclasses. */
    protected AccessKeyServiceContract() {}

    /**
     * Makes a service on a fresh fake.
     *
     * @return the subject of one test, which closes it
     */
    protected abstract ContractSubject open();

    @Override
    final ContractSubject subject() {
        return open();
    }

    @TestFactory
    final Stream<DynamicTest> theCurrentKeyIsListedAndCanBeGot() {
        return inBothStyles((subject, calls) -> {
            List<AccessKey> listed = calls.list();
            AccessKey got = calls.get(subject.currentKey());

            assertTrue(listed.contains(got), "the listing has the key that get gives");
            assertEquals(subject.currentKey(), got.id());
        });
    }

    @TestFactory
    final Stream<DynamicTest> idsGoToTextAndBack() {
        return inBothStyles((subject, calls) -> {
            AccessKeyId id = calls.get(subject.currentKey()).id();

            assertEquals(id, AccessKeyId.parse(id.toString()));
            assertEquals(subject.keys().capabilities().provider(), id.provider());
        });
    }

    @TestFactory
    final Stream<DynamicTest> whatTheProviderCannotDoIsRefusedBeforeAnythingIsSent() {
        return inBothStyles((subject, calls) -> {
            Capabilities capabilities = subject.keys().capabilities();
            for (KeyOperation operation : KeyOperation.values()) {
                if (!capabilities.supports(operation)) {
                    AccessKeysException refusal = assertThrows(
                            UnsupportedCapabilityException.class, () -> perform(operation, subject, calls));
                    assertEquals(Applied.NO, refusal.applied());
                    assertFalse(refusal.advice().isBlank(), "it says what the provider offers instead of " + operation);
                }
            }
            assertEquals(0, subject.fake().ledger().entries().size(), "requests at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> anIdOfAnotherProviderIsRefusedBeforeAnythingIsSent() {
        return inBothStyles((subject, calls) -> {
            AccessKeyId foreign = AccessKeyId.of("elsewhere", "1");

            assertThrows(ValidationException.class, () -> calls.get(foreign));
            assertThrows(ValidationException.class, () -> calls.rotate(KeyRotation.of(foreign)));
            if (subject.keys().capabilities().supports(KeyOperation.REVOKE)) {
                assertThrows(ValidationException.class, () -> calls.revoke(KeyRevocation.of(foreign)));
            }
            assertEquals(0, subject.fake().ledger().entries().size(), "requests at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> anUnknownKeyIsNeverRotated() {
        return inBothStyles((subject, calls) -> {
            assertThrows(AccessKeysException.class, () -> calls.rotate(rotation(subject, subject.unknownKey())));

            assertEquals(List.of(), subject.fake().ledger().applied(), "changes at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aCreatedKeyCarriesItsSecretOnceAndIsThereAfterwards() {
        return inBothStyles(KeyOperation.CREATE, (subject, calls) -> {
            subject.beforeCreate();
            subject.fake().ledger().clear();

            CreatedAccessKey created = calls.create(subject.spec());
            subject.settle();

            assertEquals(1, subject.fake().ledger().applied().size(), "changes at the provider");
            assertHidden(created.secret(), created.toString());
            assertEquals(created.key().id(), calls.get(created.key().id()).id());
        });
    }

    @TestFactory
    final Stream<DynamicTest> anUpdateChangesTheKeyAndNotItsId() {
        return inBothStyles(KeyOperation.UPDATE, (subject, calls) -> {
            AccessKey updated = calls.update(subject.currentKey(), subject.update());
            subject.settle();

            assertEquals(1, subject.fake().ledger().applied().size(), "changes at the provider");
            assertEquals(subject.currentKey(), updated.id());
            assertEquals(updated.name(), calls.get(subject.currentKey()).name());
        });
    }

    @TestFactory
    final Stream<DynamicTest> aCreateWhoseAnswerIsLostIsSentOnceAndIsNeverTakenForAnotherKey() {
        return inBothStyles(KeyOperation.CREATE, (subject, calls) -> {
            subject.beforeCreate();
            subject.fake().ledger().clear();
            orderOnFirstChange(subject, Fault.applyThenDrop());

            OutcomeUnknownException lost =
                    assertThrows(OutcomeUnknownException.class, () -> calls.create(subject.spec()));
            subject.settle();
            Reconciliation found = calls.reconcile(lost.pending().orElseThrow());

            assertEquals(1, changesSent(subject), "requests that change something");
            assertTrue(
                    found.verdict() == Reconciliation.Verdict.APPLIED
                            || !found.candidates().isEmpty(),
                    "the key is found, or shown as a candidate: " + found);
        });
    }

    @TestFactory
    final Stream<DynamicTest> aRevokedKeyIsGone() {
        return inBothStyles(KeyOperation.REVOKE, (subject, calls) -> {
            calls.revoke(revocation(subject, subject.currentKey()));
            subject.settle();

            assertThrows(NotFoundException.class, () -> calls.get(subject.currentKey()));
        });
    }

    private static void perform(KeyOperation operation, ContractSubject subject, ServiceCalls calls) {
        switch (operation) {
            case LIST -> calls.list();
            case GET -> calls.get(subject.currentKey());
            case CREATE -> calls.create(subject.spec());
            case UPDATE -> calls.update(subject.currentKey(), subject.update());
            case ROTATE -> calls.rotate(rotation(subject, subject.currentKey()));
            case REVOKE -> calls.revoke(revocation(subject, subject.currentKey()));
        }
    }
}
