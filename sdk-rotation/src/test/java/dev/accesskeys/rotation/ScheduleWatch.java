package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.audit.RotationEvent;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.LedgerEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Looks at provider and stores after every effect of every rotator, and writes down each broken promise. It takes nothing from the
 * engine: what was created and deleted it has from the provider's ledger, what works from the provider's S3, what is in use from
 * the stores.
 */
final class ScheduleWatch {

    /** The provider tells the time in whole seconds. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    /** A key that there is or was. */
    record Known(String id, String accessKeyId, String name) {
        Optional<String> nonce() {
            return SuccessorName.nonceOf(name);
        }
    }

    /** What is remembered of a store. */
    private static final class Places {
        StoreContents last;
        final Map<String, Instant> currentUntil = new HashMap<>();
        boolean edited;

        Places(StoreContents last) {
            this.last = last;
        }
    }

    final List<String> broken = new ArrayList<>();
    final Set<String> secrets = new LinkedHashSet<>();

    private final World world;
    private final Schedule schedule;
    private final Map<String, Known> known = new LinkedHashMap<>();
    private final Map<ScheduleStore, Places> places = new HashMap<>();
    private final Set<String> usedNonces = new HashSet<>();
    private final Set<String> sentIn = new HashSet<>();
    private final String unrelated;
    private int ledgerSeen;
    private final Map<ScheduleSeat, Integer> ledgerBefore = new HashMap<>();
    private final Set<Integer> sentBySomebody = new HashSet<>();

    ScheduleWatch(World world, Schedule schedule) {
        this.world = world;
        this.schedule = schedule;
        learn();
        this.unrelated = known.values().stream()
                .filter(key -> key.name().equals("of-somebody-else"))
                .map(Known::id)
                .findFirst()
                .orElse("none");
    }

    void has(ScheduleStore store) {
        places.computeIfAbsent(store, each -> new Places(each.memory.read()));
    }

    /** Somebody has changed the store by hand: what is there now is no work of a rotator. */
    void edited(ScheduleStore store) {
        Places there = places.get(store);
        there.edited = true;
        note(there, store.memory.read());
    }

    boolean wasEdited(@Nullable ScheduleStore store) {
        return store != null && places.get(store).edited;
    }

    void before(ScheduleSeat seat, String effect) {
        if (effect.equals("provider.rotate")) {
            ledgerBefore.put(seat, world.cloud.ledger().entries().size());
        }
    }

    void after(ScheduleSeat seat, String effect) {
        learn();
        List<LedgerEntry> entries = world.cloud.ledger().entries();
        for (LedgerEntry entry : entries.subList(ledgerSeen, entries.size())) {
            entry.change().ifPresent(change -> changed(seat, effect, change));
        }
        ledgerSeen = entries.size();
        if (effect.equals("provider.rotate")) {
            sent(seat, entries.subList(ledgerBefore.get(seat), entries.size()));
        }
        if (seat.store != null) {
            compare(seat, seat.store, effect);
        }
    }

    private void learn() {
        if (world instanceof LinodeWorld linode) {
            linode.fake.account().keys().forEach(key -> {
                String id = Long.toString(key.id());
                if (known.putIfAbsent(id, new Known(id, key.accessKey(), key.label())) == null) {
                    secrets.add(linode.fake.account().secretOf(key.id()).reveal());
                }
            });
        } else if (world instanceof NscaleWorld nscale) {
            nscale.fake.project().keys().forEach(key -> {
                if (known.putIfAbsent(key.id(), new Known(key.id(), key.accessKeyId(), key.name())) == null) {
                    secrets.add(nscale.fake.project().secretOf(key.id()).reveal());
                }
            });
        } else if (world instanceof TensorPoolWorld pool
                && pool.fake.organisation().isEnabled()) {
            secrets.add(pool.fake.organisation().secret().reveal());
        }
    }

    private void changed(ScheduleSeat seat, String effect, Change change) {
        if (!world.overlaps()) {
            return;
        }
        Known key = known.get(change.id());
        if (key == null) {
            broken.add("a change to an unknown key: " + change);
        } else if (change.kind() == Change.Kind.CREATED) {
            if (!effect.endsWith("store.stage") && !effect.equals("provider.rotate")) {
                broken.add("a key was created outside of provider.rotate, in " + effect);
            }
            if (key.nonce().isEmpty() || !usedNonces.add(key.nonce().get())) {
                broken.add("second key of the same attempt, or one without: " + key);
            }
        } else if (change.kind() == Change.Kind.DELETED) {
            deleted(seat, key);
        }
    }

    private void deleted(ScheduleSeat seat, Known key) {
        StoreContents now = seat.store.memory.read();
        Places there = places.get(seat.store);
        if (key.id().equals(unrelated)) {
            broken.add("the key of somebody else was revoked");
        }
        Optional<StoredKey> current = now.current();
        if (is(current, key)) {
            broken.add("the store's current key was revoked: " + key);
        }
        Instant until = there.currentUntil.get(key.accessKeyId());
        boolean wasCurrent = until != null || key.accessKeyId().equals(firstAccessKeyId());
        if (wasCurrent && !there.edited) {
            if (until == null) {
                broken.add("a key was revoked that was never replaced: " + key);
            } else if (world.time
                    .now()
                    .isBefore(
                            until.plus(Duration.ofHours(schedule.graceHours())).minus(TOLERANCE))) {
                broken.add("revoked before the grace was over: " + key + " current until " + until);
            }
        }
        // Where the journal is an old copy, and the store was written over by hand, nobody knows any more that a key
        // was in use.
        boolean blind = there.edited && schedule.has(ScheduleEvent.OldJournal.class);
        if (wasCurrent && !seat.disturbed && !blind) {
            if (current.isEmpty() || !isAccepted(current.get())) {
                broken.add("a key that was in use was revoked while the one in use does not work: " + key);
            } else if (!seat.accepted.contains(current.get().accessKeyId().orElse(""))) {
                broken.add("a key was revoked without a look whether the new one works in this call: " + key);
            }
        }
        boolean pending = is(now.pending(), key);
        boolean wanted = !schedule.calls(ScheduleEvent.What.ROLLBACK)
                && !schedule.calls(ScheduleEvent.What.ABANDON)
                && !schedule.has(ScheduleEvent.StoreFails.class);
        if (pending && wanted && !there.edited) {
            broken.add("a key was revoked whose secret is staged: " + key);
        }
        if (!wasCurrent && key.nonce().isEmpty() && !there.edited) {
            broken.add("a key was revoked that was never ours: " + key);
        }
    }

    private static boolean is(Optional<StoredKey> stored, Known key) {
        return stored.flatMap(StoredKey::accessKeyId).equals(Optional.of(key.accessKeyId()));
    }

    boolean isAccepted(StoredKey key) {
        return key.accessKeyId()
                .map(id -> key.secret().equals(world.usable().get(id)))
                .orElse(false);
    }

    private String firstAccessKeyId() {
        return world.firstKey().accessKeyId().orElseThrow();
    }

    /** A request of which it is not sure that it was not processed must be the last one. */
    private void sent(ScheduleSeat seat, List<LedgerEntry> entries) {
        boolean unsure = false;
        for (LedgerEntry entry : entries) {
            // Another rotator may have had its turn meanwhile.
            if (!entry.method().matches("POST|PUT") || !sentBySomebody.add(entry.number())) {
                continue;
            }
            if (unsure) {
                broken.add("a request was sent again after an unknown outcome: " + entry);
            }
            boolean notProcessed = !entry.applied()
                    && (entry.status().orElse(0) == 429
                            || entry.fault().filter("refuse"::equals).isPresent());
            unsure |= !notProcessed;
        }
        if (unsure && !world.overlaps()) {
            String run = seat.events.stream()
                    .filter(event -> event.type() == RotationEvent.Type.REQUESTED)
                    .reduce((first, second) -> second)
                    .map(RotationEvent::run)
                    .orElse("");
            if (!sentIn.add(seat.number + run)) {
                broken.add("a rotation was sent twice in one run");
            }
        }
    }

    private void compare(ScheduleSeat seat, ScheduleStore store, String effect) {
        StoreContents now = store.memory.read();
        Places there = places.get(store);
        Optional<StoredKey> current = now.current();
        boolean changed = !current.equals(there.last.current());
        if (changed && world.overlaps() && !seat.disturbed) {
            if (current.isEmpty()) {
                broken.add("the store lost its current key in " + effect);
            } else if (!isAccepted(current.get())) {
                broken.add("a key became current that does not work: " + current.get() + " in " + effect);
            }
        }
        if (changed && current.isPresent() && current.get().accessKeyId().isEmpty()) {
            broken.add("a key became current that has no access key id");
        }
        dropped(there, now, effect);
        note(there, now);
    }

    /** A secret that was in use or was to be is given up only when its key is gone. */
    private void dropped(Places there, StoreContents now, String effect) {
        if (!world.overlaps() || there.edited || (schedule.isWithTwo() && schedule.shared())) {
            return;
        }
        Set<Secret> kept = new HashSet<>();
        in(now).forEach(key -> kept.add(key.secret()));
        Stream.concat(there.last.current().stream(), there.last.previous().stream())
                .filter(key -> !kept.contains(key.secret()))
                .filter(this::isAccepted)
                .filter(key -> !schedule.calls(ScheduleEvent.What.ABANDON))
                .forEach(key ->
                        broken.add("the secret of a key that still works was given up in " + effect + ": " + key));
    }

    static Stream<StoredKey> in(StoreContents contents) {
        return Stream.of(contents.current(), contents.pending(), contents.previous())
                .flatMap(Optional::stream);
    }

    private void note(Places there, StoreContents now) {
        Optional<String> before = there.last.current().flatMap(StoredKey::accessKeyId);
        Optional<String> after = now.current().flatMap(StoredKey::accessKeyId);
        if (!before.equals(after)) {
            before.ifPresent(id -> there.currentUntil.put(id, world.time.now()));
            after.ifPresent(there.currentUntil::remove);
        }
        there.last = now;
    }

    /** The keys that can be used and were made by somebody's rotation. */
    List<Known> usableSuccessors() {
        Map<String, Secret> usable = world.usable();
        return known.values().stream()
                .filter(key -> usable.containsKey(key.accessKeyId()))
                .filter(key -> key.nonce().isPresent())
                .toList();
    }

    Optional<Known> newest() {
        return known.values().stream().filter(key -> key.nonce().isPresent()).reduce((first, second) -> second);
    }

    boolean isUnrelated(AccessKeyId id) {
        return id.value().endsWith(unrelated);
    }

    /** The id of a key in a store; empty if it never was at this provider. */
    Optional<AccessKeyId> idOf(Optional<StoredKey> stored) {
        return known.values().stream()
                .filter(key -> is(stored, key))
                .findFirst()
                .flatMap(key -> world.existing().stream()
                        .filter(id -> id.value().endsWith(key.id()))
                        .findFirst());
    }

    /** Nothing that is told to anybody may hold a secret. */
    void told(String where, String text) {
        for (String secret : secrets) {
            if (text.contains(secret)) {
                broken.add("a secret is told in " + where);
            }
        }
    }
}
