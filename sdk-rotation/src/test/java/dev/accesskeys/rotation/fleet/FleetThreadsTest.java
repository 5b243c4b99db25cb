package dev.accesskeys.rotation.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.fleet.FleetResult.Kind;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationPolicy;
import dev.accesskeys.testing.VirtualTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Several at once, one after the other where it must be, and an end before the end. */
@Timeout(60)
class FleetThreadsTest {

    private final LinodeKeys linode = new LinodeKeys(9);

    @AfterEach
    void theFlagOfAnInterruptIsLeftToNobody() {
        Thread.interrupted();
    }

    /** Lets nobody on before so many are there at once, and remembers the most. */
    private static final class Meeting {

        private final CyclicBarrier barrier;
        private final AtomicInteger there = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final Set<String> threads = ConcurrentHashMap.newKeySet();

        private Meeting(int parties) {
            barrier = new CyclicBarrier(parties);
        }

        private KeyVerifier before(KeyVerifier verifier) {
            return request -> {
                threads.add(Thread.currentThread().getName());
                most.accumulateAndGet(there.incrementAndGet(), Math::max);
                try {
                    barrier.await();
                } catch (InterruptedException | BrokenBarrierException e) {
                    throw new IllegalStateException(e);
                } finally {
                    there.decrementAndGet();
                }
                return verifier.verify(request);
            };
        }
    }

    @Test
    void asManyAsWereAskedForAreUnderWayAtOnceAndNoMore() {
        Meeting meeting = new Meeting(3);
        List<Rotator> rotators = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            rotators.add(linode.rotator(number)
                    .verifier(meeting.before(linode.verifier()))
                    .build());
        }

        FleetReport report =
                RotatorFleet.builder().addAll(rotators).inFlight(3).build().rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(9);
        assertThat(meeting.most).hasValue(3);
        assertThat(meeting.threads)
                .containsExactlyInAnyOrder("access-keys-fleet-1", "access-keys-fleet-2", "access-keys-fleet-3");
    }

    @Test
    void thoseThatShareAFileTryTheirKeysAtTheSameTime() {
        Meeting meeting = new Meeting(2);
        List<Rotator> rotators = new ArrayList<>();
        for (int number = 0; number < 2; number++) {
            rotators.add(linode.rotator(number)
                    .store(new InOneFile(linode.stores.get(number), new AtomicInteger(), new AtomicInteger()))
                    .verifier(meeting.before(linode.verifier()))
                    .build());
        }

        FleetReport report =
                RotatorFleet.builder().addAll(rotators).inFlight(2).build().rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(2);
    }

    @Test
    void writesToOneFileNeverMeet() {
        AtomicInteger writing = new AtomicInteger();
        AtomicInteger met = new AtomicInteger();
        List<Rotator> rotators = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            rotators.add(linode.rotator(number)
                    .store(new InOneFile(linode.stores.get(number), writing, met))
                    .build());
        }

        FleetReport report =
                RotatorFleet.builder().addAll(rotators).inFlight(9).build().rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(9);
        assertThat(met).hasValue(0);
    }

    @Test
    void aWriteWaitsForTheOneThatIsUnderWayInTheSameFile() throws InterruptedException {
        SharedStores stores = new SharedStores();
        SecretStore one = new InOneFile(linode.stores.get(0), new AtomicInteger(), new AtomicInteger());
        SecretStore two = new InOneFile(linode.stores.get(1), new AtomicInteger(), new AtomicInteger());
        EffectPort first = stores.takingTurns(EffectPort.open(), one);
        EffectPort second = stores.takingTurns(EffectPort.open(), two);
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        Thread other = new Thread(() -> second.perform("store.publish", () -> order.add("second")));

        first.perform("store.stage", () -> {
            other.start();
            while (other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
            return order.add("first");
        });
        other.join();

        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void anInterruptLeavesTheRestNotBegunAndTheFlagSet() {
        Thread caller = Thread.currentThread();
        List<Rotator> rotators = new ArrayList<>();
        for (int number = 0; number < 9; number++) {
            rotators.add(linode.rotator(number)
                    .verifier(request -> {
                        caller.interrupt();
                        try {
                            new CountDownLatch(1).await();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return Verification.of(Answer.UNREACHABLE);
                    })
                    .build());
        }

        FleetReport report =
                RotatorFleet.builder().addAll(rotators).inFlight(1).build().rotate();

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.results().get(0).kind()).isIn(Kind.NEEDS_OPERATOR, Kind.FAILED);
        assertThat(report.count(Kind.NOT_BEGUN)).isEqualTo(8);
        assertThat(linode.creates()).isEqualTo(1);
        assertThat(report.exitStatus()).isEqualTo(1);
    }

    @Test
    void anInterruptEndsTheWaitOfARotationThatIsUnderWay() {
        Thread caller = Thread.currentThread();
        Rotator waiting = linode.rotator(0)
                .timeSource(VirtualTime.manual())
                .verification(VerificationPolicy.standard())
                .verifier(request -> {
                    caller.interrupt();
                    return linode.verifier().verify(request);
                })
                .build();

        FleetReport report = RotatorFleet.builder()
                .add(waiting)
                .add(linode.rotator(1).build())
                .inFlight(1)
                .build()
                .rotate();
        Thread.interrupted();

        assertThat(report.results()).extracting(FleetResult::kind).containsExactly(Kind.FAILED, Kind.NOT_BEGUN);
        assertThat(report.results().get(0).brief()).isEqualTo("interrupted");
    }

    @Test
    void anInterruptedFleetIsFinishedByTheNextRun() {
        Thread caller = Thread.currentThread();
        List<Rotator> interrupting = new ArrayList<>(linode.rotators());
        interrupting.set(
                4,
                linode.rotator(4)
                        .verifier(request -> {
                            caller.interrupt();
                            return linode.verifier().verify(request);
                        })
                        .build());
        RotatorFleet.builder().addAll(interrupting).inFlight(2).build().rotate();
        Thread.interrupted();

        FleetReport report =
                RotatorFleet.builder().addAll(linode.rotators()).build().rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(9);
        assertThat(linode.creates()).isEqualTo(9);
    }

    @Test
    void aCallerThatIsInterruptedBeforeBeginsAlmostNothing() {
        Organisation organisation = new Organisation("org", 1);
        Thread.currentThread().interrupt();

        FleetReport report = RotatorFleet.builder()
                .add(organisation.rotator(organisation.store("a")).build())
                .add(organisation.rotator(organisation.store("b")).build())
                .executor(task -> {}) // as a pool that is busy with something else
                .build()
                .rotate();

        assertThat(report.count(Kind.NOT_BEGUN)).isEqualTo(2);
        assertThat(report.exitStatus()).isEqualTo(2);
        assertThat(organisation.fake.ledger().entries()).isEmpty();
    }

    @Test
    void anExecutorOfOnesOwnRunsTheRotations() {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        AtomicInteger tasks = new AtomicInteger();

        FleetReport report = RotatorFleet.builder()
                .addAll(linode.rotators())
                .inFlight(2)
                .executor(task -> {
                    tasks.incrementAndGet();
                    Thread thread = new Thread(task);
                    threads.add(thread);
                    thread.start();
                })
                .build()
                .rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(9);
        assertThat(tasks).hasValue(2);
        assertThat(threads).hasSize(2);
    }

    @Test
    void theCallersOwnThreadCanDoAllOfIt() {
        FleetReport report = RotatorFleet.builder()
                .addAll(linode.rotators())
                .executor(Runnable::run)
                .build()
                .rotate();

        assertThat(report.count(Kind.WAITING_FOR_GRACE)).isEqualTo(9);
    }

    @Test
    void anInterruptOfALentThreadIsNotLeftBehindInIt() throws InterruptedException {
        Thread caller = Thread.currentThread();
        List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
        List<Thread> lent = Collections.synchronizedList(new ArrayList<>());
        Rotator rotator = linode.rotator(0)
                .verifier(request -> {
                    caller.interrupt();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Verification.of(Answer.UNREACHABLE);
                })
                .build();

        RotatorFleet.builder()
                .add(rotator)
                .executor(task -> {
                    Thread thread = new Thread(() -> {
                        task.run();
                        flags.add(Thread.currentThread().isInterrupted());
                    });
                    lent.add(thread);
                    thread.start();
                })
                .build()
                .rotate();
        Thread.interrupted();
        lent.get(0).join();

        assertThat(flags).containsExactly(false);
    }

    /** A store in a file that others use as well; notes when two write at once. */
    private static final class InOneFile implements SecretStore {

        private final MemoryStore store;
        private final AtomicInteger writing;
        private final AtomicInteger met;

        private InOneFile(MemoryStore store, AtomicInteger writing, AtomicInteger met) {
            this.store = store;
            this.writing = writing;
            this.met = met;
        }

        private void write(Runnable call) {
            if (writing.incrementAndGet() > 1) {
                met.incrementAndGet();
            }
            call.run();
            writing.decrementAndGet();
        }

        @Override
        public String name() {
            return store.name();
        }

        @Override
        public String sharedResource() {
            return "the one file";
        }

        @Override
        public StoreContents read() {
            return store.read();
        }

        @Override
        public void reserve(String attempt) {
            write(() -> store.reserve(attempt));
        }

        @Override
        public void stage(StoredKey key) {
            write(() -> store.stage(key));
        }

        @Override
        public void publish(String attempt, Optional<String> expectedCurrent) {
            write(() -> store.publish(attempt, expectedCurrent));
        }

        @Override
        public void restore(String attempt) {
            write(() -> store.restore(attempt));
        }

        @Override
        public void discardPending(String attempt) {
            write(() -> store.discardPending(attempt));
        }

        @Override
        public void discardPrevious(String attempt) {
            write(() -> store.discardPrevious(attempt));
        }
    }
}
