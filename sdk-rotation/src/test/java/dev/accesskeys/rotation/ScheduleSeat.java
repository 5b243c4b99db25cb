package dev.accesskeys.rotation;

import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.internal.engine.Attempt;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.internal.engine.LineageCodec;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.VerificationRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A place from which rotations are run, by one process after the other: with a journal of its own, and a store. */
final class ScheduleSeat implements EffectPort {

    /** The end of a process. Whoever catches it meets it again at the next effect. */
    static final class ProcessEnded extends Error {

        private static final long serialVersionUID = 1L;

        ProcessEnded() {
            super("the process has ended", null, false, false);
        }
    }

    final int number;
    final World world;
    final @Nullable ScheduleStore store;
    final ScheduleJournal journal = new ScheduleJournal();
    final List<RotationEvent> events = new ArrayList<>();

    /** The access key ids of what was seen to work in this call. */
    final Set<String> accepted = new HashSet<>();

    /** Whether somebody has done something by hand during this call. */
    boolean disturbed;

    /** How its last call ended; null if by a crash or an exception. */
    @Nullable
    RotationOutcome last;

    private final List<ScheduleEvent.Meanwhile> meanwhiles = new ArrayList<>();
    private final Duration grace;
    private final SkewedTime clock;
    private final ScheduleWatch watch;
    private final Consumer<ScheduleEvent> happens;
    private ScheduleEvent.@Nullable Crash crash;
    private ScheduleEvent.@Nullable VerifierSays says;
    private int told;
    private @Nullable Rotator rotator;
    private int effects;
    private boolean watching;
    private boolean dead;
    private boolean calling;
    private boolean strange;

    ScheduleSeat(
            int number,
            World world,
            @Nullable ScheduleStore store,
            Duration grace,
            SkewedTime clock,
            ScheduleWatch watch,
            Consumer<ScheduleEvent> happens) {
        this.number = number;
        this.world = world;
        this.store = store;
        this.grace = grace;
        this.clock = clock;
        this.watch = watch;
        this.happens = happens;
    }

    void order(ScheduleEvent.Crash order) {
        crash = order;
    }

    void order(ScheduleEvent.Meanwhile order) {
        meanwhiles.add(order);
    }

    void order(ScheduleEvent.VerifierSays order) {
        says = order;
        told = 0;
    }

    void work() {
        crash = null;
        says = null;
        if (strange) {
            tokenOfAnother(false);
        }
        meanwhiles.clear();
        journal.work();
        if (store != null) {
            store.work();
        }
    }

    boolean wasUsed() {
        return rotator != null || !journal.targets().isEmpty();
    }

    void tokenOfAnother(boolean on) {
        strange = on;
        rotator = null;
    }

    /** Makes a call, at whose effects whatever is ordered happens. */
    <T> T call(boolean disturbable, Supplier<T> call) {
        if (calling) {
            // Another thread of the same process.
            return call.get();
        }
        calling = true;
        effects = 0;
        accepted.clear();
        disturbed = false;
        watching = disturbable;
        try {
            return call.get();
        } catch (ProcessEnded e) {
            rotator = null;
            dead = false;
            crash = null;
            journal.memory.endLeases();
            throw e;
        } finally {
            calling = false;
            if (disturbable) {
                // What has not happened until the end of the call happens never: the next call has its own.
                meanwhiles.clear();
                crash = null;
            }
        }
    }

    Rotator rotator() {
        if (rotator == null) {
            RotatorBuilder builder = world.rotator()
                    .journal(journal)
                    .verifier(verifier())
                    .timeSource(clock)
                    .listener(events::add)
                    .port(this);
            if (strange) {
                builder.service(world.serviceOfAnotherAccount());
            }
            if (store != null) {
                builder.store(store);
            }
            if (world.overlaps()) {
                builder.grace(grace);
            }
            rotator = builder.build();
        }
        return rotator;
    }

    private KeyVerifier verifier() {
        KeyVerifier right = world.verifier();
        return new KeyVerifier() {
            @Override
            public Verification verify(VerificationRequest request) {
                if (says != null && told < says.times()) {
                    told++;
                    return Verification.of(says.answer());
                }
                Verification answer = right.verify(request);
                if (answer.answer() == Verification.Answer.ACCEPTED) {
                    request.key().accessKeyId().ifPresent(accepted::add);
                    request.stored().flatMap(key -> key.accessKeyId()).ifPresent(accepted::add);
                }
                return answer;
            }

            @Override
            public Map<String, String> before() {
                return right.before();
            }
        };
    }

    @Override
    public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
        if (dead) {
            throw new ProcessEnded();
        }
        if (!watching) {
            return call.get();
        }
        int number = ++effects;
        meanwhile(number, effect);
        endIf(number, true);
        watch.before(this, effect);
        try {
            return call.get();
        } finally {
            watch.after(this, effect);
            endIf(number, false);
        }
    }

    private void meanwhile(int number, String effect) {
        List<ScheduleEvent.Meanwhile> due =
                meanwhiles.stream().filter(each -> each.n() == number).toList();
        if (due.isEmpty()) {
            return;
        }
        meanwhiles.removeAll(due);
        // What was done before is this seat's work, as far as an effect within another one, such as staging, is a part
        // of that.
        watch.after(this, "before " + effect);
        for (ScheduleEvent.Meanwhile each : due) {
            happens.accept(each.event());
        }
    }

    private void endIf(int number, boolean before) {
        if (dead || (crash != null && crash.n() == number && crash.before() == before)) {
            dead = true;
            throw new ProcessEnded();
        }
    }

    /** The attempts that its journal knows of. */
    List<Attempt> attempts() {
        return entry().map(text -> LineageCodec.read(text).attempts()).orElse(List.of());
    }

    Optional<String> entry() {
        return journal.targets().stream().findFirst().flatMap(journal::read).map(entry -> entry.content());
    }
}
