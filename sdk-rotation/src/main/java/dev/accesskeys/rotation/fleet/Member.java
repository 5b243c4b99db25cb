package dev.accesskeys.rotation.fleet;

import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.BlastRadius;
import dev.accesskeys.rotation.RotationStatus;
import dev.accesskeys.rotation.RotationTarget;
import dev.accesskeys.rotation.Rotator;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.internal.fleet.RotatorInsides;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A target of a fleet during one run. */
final class Member {

    private final Rotator rotator;
    private final RotatorInsides insides;
    private final RotationTarget target;
    private final AtomicBoolean answered;

    private Member(Rotator rotator, RotatorInsides insides, AtomicBoolean answered) {
        this.rotator = rotator;
        this.insides = insides;
        this.target = rotator.target();
        this.answered = answered;
    }

    static Member of(Rotator rotator, SharedStores stores) {
        RotatorInsides insides = RotatorInsides.of(rotator);
        AtomicBoolean answered = new AtomicBoolean();
        Rotator watched = insides.through().apply(port -> stores.takingTurns(noting(port, answered), insides.store()));
        return new Member(watched, insides, answered);
    }

    /** Notes whether the provider has answered, for an outcome that comes from the journal alone says nothing about it. */
    private static EffectPort noting(EffectPort inner, AtomicBoolean answered) {
        return new EffectPort() {
            @Override
            public <T extends @Nullable Object> T perform(String effect, Supplier<T> call) {
                T result = inner.perform(effect, call);
                if (effect.startsWith("provider.")) {
                    answered.set(true);
                }
                return result;
            }
        };
    }

    Rotator rotator() {
        return rotator;
    }

    RotationTarget target() {
        return target;
    }

    boolean hasAnswered() {
        return answered.get();
    }

    /** The provider at one address: what fails together. */
    String provider() {
        return target.provider() + (target.baseUrl().isEmpty() ? "" : " " + target.baseUrl());
    }

    /** Whether a rotation hits more than the key. */
    boolean isWide() {
        return insides.service().capabilities().blastRadius() != BlastRadius.KEY;
    }

    /** Whether the account can be told from the settings. */
    boolean hasPlace() {
        return !target.place().isEmpty();
    }

    /** What a rotation hits, in a word. */
    String radius() {
        return insides.service().capabilities().blastRadius().name().toLowerCase(Locale.ROOT);
    }

    /** Asks the provider for the keys that this member's credential sees. */
    List<AccessKeyId> visibleKeys() {
        List<AccessKeyId> ids = new ArrayList<>();
        for (AccessKey key : insides.service().list()) {
            ids.add(key.id());
        }
        return ids;
    }

    /** Whether its journal tells of a rotation that has begun, or cannot be read and so may. */
    boolean mayBeUnderWay() {
        try {
            return rotator.status().state() != RotationStatus.State.IDLE;
        } catch (RuntimeException e) {
            return true;
        }
    }

    /** Whether it keeps keys in another place than the other one. */
    boolean hasOtherStoreThan(Member other) {
        SecretStore mine = insides.store();
        SecretStore theirs = other.insides.store();
        return mine != null && theirs != null && !mine.name().equals(theirs.name());
    }

    /** Whether both stores have the same pair in use. */
    boolean hasKeyOf(Member other) {
        return current().equals(other.current());
    }

    private Optional<List<Object>> current() {
        SecretStore store = insides.store();
        Optional<StoredKey> current =
                store == null ? Optional.empty() : store.read().current();
        return current.map(key -> List.of(key.accessKeyId(), key.secret()));
    }
}
