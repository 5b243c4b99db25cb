package dev.accesskeys.testing.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.accesskeys.CallOptions;
import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.OutcomeUnknownException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.KeyOperation;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.KeyScope;
import dev.accesskeys.keys.PreviousKeyState;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.listener.CallInfo;
import dev.accesskeys.listener.CallListener;
import dev.accesskeys.listener.CallResult;
import dev.accesskeys.testing.Fault;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What a rotation must keep to, and what the tests of the contract have in common. A class of its own only because of its length.
 */
abstract class RotationContract {

    RotationContract() {}

    /** Makes a service on a fresh fake. */
    abstract ContractSubject subject();

    @TestFactory
    final Stream<DynamicTest> aRotationSaysWhatBecameOfTheOldKey() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            Capabilities capabilities = subject.keys().capabilities();

            RotatedKey rotated = calls.rotate(rotation(subject, subject.currentKey()));
            subject.settle();

            assertEquals(1, subject.fake().ledger().applied().size(), "changes at the provider");
            assertEquals(subject.currentKey(), rotated.previousId());
            assertEquals(capabilities.afterRotation(), rotated.previousState());
            assertEquals(capabilities.hasSecret(), rotated.secret().isPresent());
            assertEquals(
                    rotated.previousState() == PreviousKeyState.VALID_UNTIL,
                    rotated.previousValidUntil().isPresent());
            rotated.secret().ifPresent(secret -> assertHidden(secret, rotated.toString()));
            if (rotated.previousState() == PreviousKeyState.STILL_VALID) {
                assertEquals(
                        subject.currentKey(), calls.get(subject.currentKey()).id());
                assertEquals(
                        calls.get(subject.currentKey()).rights(),
                        calls.get(rotated.key().id()).rights());
            }
        });
    }

    @TestFactory
    final Stream<DynamicTest> aRotationSaysHowToEndAnOldKeyThatGoesOn() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            RotatedKey rotated = calls.rotate(rotation(subject, subject.currentKey()));
            subject.settle();

            assertEquals(
                    rotated.previousState() == PreviousKeyState.STILL_VALID,
                    rotated.previousRevocation().isPresent());
            rotated.previousRevocation().ifPresent(revocation -> {
                calls.revoke(revocation);
                subject.settle();

                assertThrows(NotFoundException.class, () -> calls.get(rotated.previousId()));
                assertEquals(rotated.key().id(), calls.get(rotated.key().id()).id());
            });
        });
    }

    @TestFactory
    final Stream<DynamicTest> aKeyIsNotRotatedTwice() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            calls.rotate(rotation(subject, subject.currentKey()));
            subject.settle();

            assertThrows(AccessKeysException.class, () -> calls.rotate(rotation(subject, subject.currentKey())));

            assertEquals(1, subject.fake().ledger().applied().size(), "changes at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aChangeThatHitsOthersNeedsTheRightConfirmation() {
        return inBothStyles((subject, calls) -> {
            Assumptions.assumeTrue(
                    subject.keys().capabilities().confirmation().isPresent(), "the provider asks for no confirmation");
            KeyRotation unconfirmed = KeyRotation.of(subject.currentKey());

            assertThrows(ValidationException.class, () -> calls.rotate(unconfirmed));
            assertThrows(ValidationException.class, () -> calls.rotate(unconfirmed.confirming("someone-else")));

            assertEquals(List.of(), subject.fake().ledger().applied(), "changes at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aRotationWhoseAnswerIsLostIsSentOnceAndCanBeReconciled() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            orderOnFirstChange(subject, Fault.applyThenDrop());

            OutcomeUnknownException lost = assertThrows(
                    OutcomeUnknownException.class, () -> calls.rotate(rotation(subject, subject.currentKey())));
            subject.settle();
            Reconciliation found = calls.reconcile(lost.pending().orElseThrow());

            assertEquals(1, changesSent(subject), "requests that change something");
            assertFalse(lost.advice().isBlank(), "it says how to find out");
            assertEquals(Reconciliation.Verdict.APPLIED, found.verdict());
            assertEquals(
                    subject.keys().capabilities().secretReadableLater(),
                    found.secret().isPresent());
            assertEquals(1, changesSent(subject), "reconciling only reads");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aRotationThatNeverArrivedIsNotSeen() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            orderOnFirstChange(subject, Fault.drop());

            OutcomeUnknownException lost = assertThrows(
                    OutcomeUnknownException.class, () -> calls.rotate(rotation(subject, subject.currentKey())));
            subject.settle();
            Reconciliation found = calls.reconcile(lost.pending().orElseThrow());

            assertEquals(1, changesSent(subject), "requests that change something");
            assertEquals(List.of(), subject.fake().ledger().applied(), "changes at the provider");
            assertEquals(Reconciliation.Verdict.NOT_SEEN, found.verdict());
        });
    }

    @TestFactory
    final Stream<DynamicTest> preparingARotationOnlyReads() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            calls.prepareRotation(prepared(subject, subject.currentKey()));

            assertEquals(0, changesSent(subject), "requests that change something");
            assertFalse(subject.fake().ledger().entries().isEmpty(), "it looked at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aPreparedRotationIsRecognisedOnceItIsMadeAndNotBefore() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            KeyRotation rotation = prepared(subject, subject.currentKey());
            PendingChange handle = calls.prepareRotation(rotation);
            Reconciliation before = calls.reconcile(handle);

            RotatedKey rotated = calls.rotate(rotation);
            subject.settle();
            Reconciliation after = calls.reconcile(handle);

            assertEquals(Reconciliation.Verdict.NOT_SEEN, before.verdict());
            assertEquals(Reconciliation.Verdict.APPLIED, after.verdict());
            assertEquals(rotated.key().id(), after.key().orElseThrow().id());
            assertEquals(1, changesSent(subject), "requests that change something");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aHandleFromBeforeSurvivesBeingWrittenDown() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            KeyRotation rotation = prepared(subject, subject.currentKey());
            PendingChange handle = calls.prepareRotation(rotation);
            orderOnFirstChange(subject, Fault.applyThenDrop());

            OutcomeUnknownException lost = assertThrows(OutcomeUnknownException.class, () -> calls.rotate(rotation));
            subject.settle();
            PendingChange restored = new PendingChange(handle.provider(), handle.change(), Map.copyOf(handle.facts()));

            assertEquals(
                    Reconciliation.Verdict.APPLIED, calls.reconcile(restored).verdict());
            assertEquals(
                    calls.reconcile(lost.pending().orElseThrow()).key(),
                    calls.reconcile(restored).key());
        });
    }

    @TestFactory
    final Stream<DynamicTest> whatWouldNotBeRotatedIsNotPrepared() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            assertThrows(
                    AccessKeysException.class, () -> calls.prepareRotation(prepared(subject, subject.unknownKey())));
            if (subject.confirmation().isPresent()) {
                KeyRotation unconfirmed = KeyRotation.of(subject.currentKey()).withNonce(SuccessorName.newNonce());
                assertThrows(ValidationException.class, () -> calls.prepareRotation(unconfirmed));
            }
            calls.rotate(rotation(subject, subject.currentKey()));
            subject.settle();

            assertThrows(
                    AccessKeysException.class, () -> calls.prepareRotation(prepared(subject, subject.currentKey())));
            assertEquals(1, changesSent(subject), "requests that change something");
        });
    }

    @TestFactory
    final Stream<DynamicTest> whereTheOldKeyStaysTheNonceIsInTheName() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            assumeSuccessors(subject);
            KeyRotation rotation = prepared(subject, subject.currentKey());

            assertThrows(
                    ValidationException.class, () -> calls.prepareRotation(rotation(subject, subject.currentKey())));
            PendingChange handle = calls.prepareRotation(rotation);
            RotatedKey rotated = calls.rotate(rotation);

            assertEquals(rotation.nonce(), SuccessorName.nonceOf(rotated.key().name()));
            assertTrue(handle.facts().containsValue(rotated.key().name()), "the handle has the name of the new key");
        });
    }

    @TestFactory
    final Stream<DynamicTest> onlyTheCallersOwnFailedAttemptsArePassedOver() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            assumeSuccessors(subject);
            KeyRotation failed = prepared(subject, subject.currentKey());
            calls.rotate(failed);
            subject.settle();
            Set<String> own = Set.of(failed.nonce().orElseThrow());

            KeyRotation again = prepared(subject, subject.currentKey()).ignoringAttempts(own);
            assertThrows(ValidationException.class, () -> calls.rotate(failed.ignoringAttempts(own)));
            calls.rotate(again);
            subject.settle();
            KeyRotation third = prepared(subject, subject.currentKey()).ignoringAttempts(own);

            assertThrows(ValidationException.class, () -> calls.rotate(third));
            assertThrows(ValidationException.class, () -> calls.prepareRotation(third));
            assertEquals(2, subject.fake().ledger().applied().size(), "changes at the provider");
        });
    }

    @TestFactory
    final Stream<DynamicTest> aListenerOfTheOptionsIsToldOfEachCallAndCannotBreakOne() {
        return inBothStyles(KeyOperation.ROTATE, (subject, calls) -> {
            List<CallResult> results = new CopyOnWriteArrayList<>();
            CallOptions options = CallOptions.listener(new CallListener() {
                @Override
                public void callEnded(CallInfo call, CallResult result) {
                    results.add(result);
                    throw new IllegalStateException("a listener with a mistake in it");
                }
            });

            calls.with(options).rotate(rotation(subject, subject.currentKey()));
            int told = results.size();
            calls.list();

            assertEquals(1, subject.fake().ledger().applied().size(), "changes at the provider");
            assertTrue(told > 1, "it is told of the reads before the change too");
            assertEquals(told, results.size(), "it is not told of other calls");
            results.forEach(result -> assertTrue(result.serverTime().isPresent(), "the fake tells the time"));
        });
    }

    @TestFactory
    final Stream<DynamicTest> theScopeTellsWhereTheKeysAre() {
        return inBothStyles((subject, calls) -> {
            KeyScope scope = subject.keys().scope();

            assertEquals(subject.keys().capabilities().provider(), scope.provider());
            assertEquals(Optional.of(subject.fake().baseUrl()), scope.baseUrl());
            assertEquals(scope, subject.keys().with(CallOptions.none()).scope());
            assertEquals(0, subject.fake().ledger().entries().size(), "requests at the provider");
        });
    }

    private static void assumeSuccessors(ContractSubject subject) {
        Assumptions.assumeTrue(
                subject.keys().capabilities().afterRotation() == PreviousKeyState.STILL_VALID,
                "a rotation makes no successor beside the old key");
    }

    private static KeyRotation prepared(ContractSubject subject, AccessKeyId id) {
        return rotation(subject, id).withNonce(SuccessorName.newNonce());
    }

    static KeyRotation rotation(ContractSubject subject, AccessKeyId id) {
        KeyRotation rotation = KeyRotation.of(id);
        return subject.confirmation().map(rotation::confirming).orElse(rotation);
    }

    static KeyRevocation revocation(ContractSubject subject, AccessKeyId id) {
        KeyRevocation revocation = KeyRevocation.of(id);
        return subject.confirmation().map(revocation::confirming).orElse(revocation);
    }

    static void orderOnFirstChange(ContractSubject subject, Fault fault) {
        subject.fake()
                .faults()
                .onCall(1)
                .where(request -> !request.method().equals("GET"))
                .order(fault);
    }

    static long changesSent(ContractSubject subject) {
        return subject.fake().ledger().entries().stream()
                .filter(entry -> !entry.method().equals("GET"))
                .count();
    }

    static void assertHidden(Secret secret, String shown) {
        assertFalse(shown.contains(secret.reveal()), "a text shows the secret");
    }

    final Stream<DynamicTest> inBothStyles(KeyOperation needed, BiConsumer<ContractSubject, ServiceCalls> test) {
        return inBothStyles((subject, calls) -> {
            Assumptions.assumeTrue(
                    subject.keys().capabilities().supports(needed), () -> "the provider has no " + needed);
            test.accept(subject, calls);
        });
    }

    final Stream<DynamicTest> inBothStyles(BiConsumer<ContractSubject, ServiceCalls> test) {
        Consumer<Boolean> run = asynchronous -> {
            try (ContractSubject subject = subject()) {
                test.accept(subject, new ServiceCalls(subject.keys(), asynchronous));
            }
        };
        return Stream.of(
                DynamicTest.dynamicTest("blocking", () -> run.accept(false)),
                DynamicTest.dynamicTest("asynchronous", () -> run.accept(true)));
    }
}
