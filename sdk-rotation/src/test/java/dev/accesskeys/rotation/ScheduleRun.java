package dev.accesskeys.rotation;

import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.RotationOutcome.Kind;
import dev.accesskeys.rotation.ScheduleEvent.Call;
import dev.accesskeys.rotation.ScheduleEvent.ClockOff;
import dev.accesskeys.rotation.ScheduleEvent.Crash;
import dev.accesskeys.rotation.ScheduleEvent.EditedByHand;
import dev.accesskeys.rotation.ScheduleEvent.FaultOn;
import dev.accesskeys.rotation.ScheduleEvent.JournalFails;
import dev.accesskeys.rotation.ScheduleEvent.Meanwhile;
import dev.accesskeys.rotation.ScheduleEvent.OldJournal;
import dev.accesskeys.rotation.ScheduleEvent.Pass;
import dev.accesskeys.rotation.ScheduleEvent.RevokedByHand;
import dev.accesskeys.rotation.ScheduleEvent.StoreFails;
import dev.accesskeys.rotation.ScheduleEvent.TokenOfAnother;
import dev.accesskeys.rotation.ScheduleEvent.VerifierSays;
import dev.accesskeys.rotation.ScheduleEvent.What;
import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.StoredKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a {@link Schedule} happen, sees how it ends when everything works again, and tells which promises were broken. */
final class ScheduleRun {

    /** More calls than any rotation needs to come to an end. */
    private static final int MOST_CALLS = 25;

    private final Schedule schedule;
    private final World world;
    private final ScheduleWatch watch;
    private final SkewedTime clock;
    private final List<ScheduleSeat> seats = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int depth;

    private ScheduleRun(Schedule schedule) {
        this.schedule = schedule;
        this.world = schedule.place().world();
        this.watch = new ScheduleWatch(world, schedule);
        this.clock = new SkewedTime(world.time);
        ScheduleStore first = store("first");
        seats.add(seat(0, first));
        seats.add(seat(1, schedule.shared() ? first : store("second")));
    }

    private @Nullable ScheduleStore store(String name) {
        if (!world.hasSecret()) {
            return null;
        }
        ScheduleStore store = new ScheduleStore(MemoryStore.holding(name, world.firstKey()));
        watch.has(store);
        return store;
    }

    private ScheduleSeat seat(int number, @Nullable ScheduleStore store) {
        return new ScheduleSeat(
                number, world, store, Duration.ofHours(schedule.graceHours()), clock, watch, this::meanwhile);
    }

    /** Fails with the schedule and all that happened if a promise was broken. */
    static void of(Schedule schedule) {
        ScheduleRun run = new ScheduleRun(schedule);
        try {
            schedule.events().forEach(run::happens);
            run.end();
        } catch (RuntimeException e) {
            run.watch.broken.add("thrown: " + e);
            throw run.failure(e);
        }
        if (!run.watch.broken.isEmpty()) {
            throw run.failure(null);
        }
    }

    private AssertionError failure(@Nullable Throwable cause) {
        return new AssertionError(
                "Broken: " + String.join("\n        ", watch.broken) + "\n\nThe schedule:\n" + schedule
                        + "\n\nWhat happened:\n" + String.join("\n", told) + "\n\nAt the provider:\n"
                        + world.cloud.ledger(),
                cause);
    }

    private void meanwhile(ScheduleEvent event) {
        told.add("   meanwhile:");
        happens(event);
    }

    private void happens(ScheduleEvent event) {
        told.add(clock.now() + " " + event);
        if (event instanceof Call call) {
            ScheduleSeat seat = seats.get(call.seat());
            depth++;
            try {
                if (depth <= 2) {
                    call(seat, call.what());
                }
            } finally {
                depth--;
            }
        } else if (event instanceof FaultOn fault) {
            ScheduleFaults.order(world, fault);
        } else if (event instanceof Crash crash) {
            seats.forEach(seat -> seat.order(crash));
        } else if (event instanceof Meanwhile meanwhile) {
            seats.get(0).order(meanwhile);
        } else if (event instanceof Pass pass) {
            world.time.advance(pass.time());
        } else if (event instanceof ClockOff off) {
            clock.offset(off.by());
        } else if (event instanceof RevokedByHand revoked) {
            byHand(revoked);
        } else if (event instanceof EditedByHand edited && world.hasSecret()) {
            edit(edited);
        } else if (event instanceof StoreFails fails && world.hasSecret()) {
            seats.get(0).store.fail(fails);
        } else if (event instanceof JournalFails fails) {
            seats.get(0).journal.fail(fails);
        } else if (event instanceof OldJournal old) {
            seats.get(0).journal.bringBack(old.back());
        } else if (event instanceof TokenOfAnother other) {
            seats.get(0).tokenOfAnother(other.on());
        } else if (event instanceof VerifierSays says) {
            seats.get(0).order(says);
        }
    }

    private void call(ScheduleSeat seat, What what) {
        int before = world.requestsThatChange();
        boolean changing = what != What.PLAN;
        try {
            String result = seat.call(changing, () -> switch (what) {
                case ROTATE -> rotate(seat);
                case ROTATE_FIRST_KEY -> outcome(seat, seat.rotator().rotate(world.firstId()));
                case ROLLBACK -> outcome(seat, seat.rotator().rollback());
                case SWEEP -> seat.rotator().sweep().toString();
                case ABANDON -> seat.rotator().abandon().toString();
                case PLAN -> seat.rotator().plan().toString();
            });
            told.add("   " + result);
            watch.told(what.toString(), result);
        } catch (ScheduleSeat.ProcessEnded e) {
            told.add("   the process ended");
        } catch (AccessKeysException e) {
            told.add("   " + e);
            watch.told("an exception", e.toString());
        }
        if (!changing && world.requestsThatChange() != before) {
            watch.broken.add("a plan has sent a request that changes something");
        }
    }

    private String rotate(ScheduleSeat seat) {
        return outcome(seat, seat.rotator().rotate());
    }

    private String outcome(ScheduleSeat seat, RotationOutcome outcome) {
        seat.last = outcome;
        return outcome + " " + outcome.explanation();
    }

    private void byHand(RevokedByHand revoked) {
        seats.forEach(seat -> seat.disturbed = true);
        if (world instanceof TensorPoolWorld pool && !pool.fake.organisation().isEnabled()) {
            return;
        }
        Optional<AccessKeyId> id = switch (revoked.which()) {
            case FIRST -> Optional.of(world.firstId());
            case UNRELATED ->
                world.existing().stream()
                        .filter(each -> watch.isUnrelated(each))
                        .findFirst();
            case NEWEST ->
                world.existing().stream()
                        .filter(each -> watch.newest()
                                .filter(key -> each.value().endsWith(key.id()))
                                .isPresent())
                        .findFirst();
            case CURRENT ->
                seats.get(0).store == null
                        ? Optional.empty()
                        : watch.idOf(seats.get(0).store.memory.read().current());
        };
        if (world.hasSecret()) {
            id.filter(world.existing()::contains).ifPresent(world::revokeByHand);
        }
    }

    private void edit(EditedByHand edited) {
        seats.forEach(seat -> seat.disturbed = true);
        ScheduleStore store = seats.get(0).store;
        MemoryStore memory = store.memory;
        Optional<StoredKey> current = memory.read().current();
        StoredKey next = switch (edited.edit()) {
            case EMPTY -> null;
            case FIRST_KEY -> world.firstKey();
            case PENDING_KEY -> memory.read().pending().or(() -> current).orElse(null);
            case KEY_OF_ANOTHER ->
                StoredKey.builder(world.firstKey().secret())
                        .accessKeyId("SOMEBODYELSE")
                        .build();
            case WRONG_SECRET ->
                current.map(key -> StoredKey.builder(dev.accesskeys.Secret.of("mistyped-by-hand"))
                                .accessKeyId(key.accessKeyId().orElse(null))
                                .build())
                        .orElse(null);
        };
        memory.replaceCurrent(next);
        watch.edited(store);
    }

    /** Everything works again, and everybody goes on until there is nothing left to do. */
    private void end() {
        told.add("Everything works again.");
        world.cloud.faults().clear();
        clock.offset(Duration.ZERO);
        seats.forEach(ScheduleSeat::work);
        world.time.advance(Duration.ofHours(2));
        List<ScheduleSeat> used = seats.stream().filter(ScheduleSeat::wasUsed).toList();
        for (int round = 0; round < used.size(); round++) {
            used.forEach(this::settle);
        }
        for (ScheduleSeat seat : used) {
            call(seat, What.SWEEP);
            ScheduleSeat each = seat;
            each.events.forEach(event -> watch.told("an event", event.toString()));
            each.entry().ifPresent(text -> watch.told("the journal", text));
        }
        ScheduleEnd.judge(schedule, world, used, watch);
    }

    private void settle(ScheduleSeat seat) {
        int settled = 0;
        for (int call = 0; call < MOST_CALLS && settled < 2; call++) {
            seat.last = null;
            call(seat, What.ROTATE);
            RotationOutcome last = seat.last;
            if (last instanceof RotationOutcome.WaitingForGrace waiting) {
                settled = 0;
                Instant now = world.time.now();
                if (waiting.until().isAfter(now)) {
                    world.time.advance(Duration.between(now, waiting.until()));
                }
                world.time.advance(Duration.ofSeconds(1));
            } else if (last == null) {
                settled = 0;
            } else if (last.kind() == Kind.ROLLED_BACK) {
                // The next call begins a new rotation; so it is not at rest.
                settled = 0;
            } else {
                settled++;
                world.time.advance(Duration.ofMinutes(5));
            }
        }
        if (settled < 2) {
            watch.broken.add("the rotation does not come to rest");
        }
    }
}
