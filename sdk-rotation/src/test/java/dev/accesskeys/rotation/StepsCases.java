package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyState;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.internal.engine.Action;
import dev.accesskeys.rotation.internal.engine.Attempt;
import dev.accesskeys.rotation.internal.engine.Grace;
import dev.accesskeys.rotation.internal.engine.Halt;
import dev.accesskeys.rotation.internal.engine.Lineage;
import dev.accesskeys.rotation.internal.engine.PastRotation;
import dev.accesskeys.rotation.internal.engine.Rotation;
import dev.accesskeys.rotation.internal.engine.RotationState;
import dev.accesskeys.rotation.internal.engine.SendResult;
import dev.accesskeys.rotation.internal.engine.Sight;
import dev.accesskeys.rotation.internal.engine.Terms;
import dev.accesskeys.rotation.journal.JournalException;
import dev.accesskeys.rotation.journal.KeyedFingerprint;
import dev.accesskeys.rotation.store.StoreConflictException;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoreException;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Random input of the rules, from so small a stock of keys, attempts, secrets and times that all of them meet all the time. */
final class StepsCases {

    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");
    private static final List<String> NONCES =
            List.of("aaaaaaaaaaaa2", "bbbbbbbbbbbb3", "cccccccccccc4", "dddddddddddd5");
    private static final KeyedFingerprint FINGERPRINT = KeyedFingerprint.of(new byte[32]);
    private static final List<Capabilities> CAPABILITIES =
            World.all().map(world -> world.service().capabilities()).toList();

    private final Random random;

    StepsCases(Random random) {
        this.random = random;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @SafeVarargs
    private <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    private <T> @Nullable T perhaps(Supplier<T> value) {
        return random.nextInt(4) == 0 ? null : value.get();
    }

    private <T> @Nullable T rarely(Supplier<T> value) {
        return random.nextInt(5) == 0 ? value.get() : null;
    }

    private <T> List<T> some(int most, Supplier<T> value) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            all.add(value.get());
        }
        return all;
    }

    private int key() {
        return random.nextInt(4);
    }

    private static AccessKeyId id(int key) {
        return AccessKeyId.of("linode", Integer.toString(key));
    }

    private @Nullable String accessKeyId(int key) {
        return random.nextInt(8) == 0 ? null : "ACCESS" + (random.nextInt(12) == 0 ? key() : key);
    }

    private String name(int key) {
        return random.nextInt(3) == 0 ? "backup" : SuccessorName.of("backup", id(key()), 50, NONCES.get(key));
    }

    private Instant time() {
        return NOON.plus(Duration.ofHours(random.nextInt(7) - 3));
    }

    private KeyReference reference() {
        int key = key();
        return KeyReference.of(id(key), accessKeyId(key), name(key), rarely(this::time));
    }

    private AccessKey listed() {
        int key = key();
        return AccessKey.builder(id(key), name(key))
                .accessKeyId(accessKeyId(key))
                .state(one(
                        AccessKeyState.ACTIVE,
                        AccessKeyState.ACTIVE,
                        AccessKeyState.PENDING,
                        one(AccessKeyState.values())))
                .createdAt(rarely(this::time))
                .build();
    }

    private Secret secret() {
        return Secret.of("secret-" + key());
    }

    private StoredKey stored() {
        int key = key();
        return StoredKey.builder(secret())
                .id(perhaps(() -> id(key)))
                .accessKeyId(accessKeyId(key))
                .attempt(perhaps(() -> NONCES.get(key)))
                .build();
    }

    private Rotation rotation() {
        return new Rotation(
                one("run-1", "run-2"),
                time(),
                reference(),
                random.nextBoolean(),
                one(NONCES),
                1 + random.nextInt(3),
                new PendingChange("linode", "rotate", Map.of("name", "backup")),
                random.nextBoolean() ? Map.of() : Map.of("kid", "1"),
                one(Rotation.Goal.FORWARD, Rotation.Goal.FORWARD, Rotation.Goal.BACK),
                Duration.ofHours(random.nextInt(3)));
    }

    private Grace grace() {
        return new Grace(time(), perhaps(this::time));
    }

    private RotationState state() {
        String fingerprint = FINGERPRINT.of(secret());
        return switch (one(RotationState.Kind.values())) {
            case IDLE -> new RotationState.Idle();
            case INTENDED -> new RotationState.Intended(rotation());
            case REQUESTED -> new RotationState.Requested(rotation());
            case ORPHANED -> new RotationState.Orphaned(rotation(), reference(), random.nextBoolean());
            case STAGED -> new RotationState.Staged(rotation(), reference(), fingerprint);
            case PUBLISHING -> new RotationState.Publishing(rotation(), reference(), fingerprint);
            case PUBLISHED -> new RotationState.Published(rotation(), reference(), grace());
            case REVOKING -> new RotationState.Revoking(rotation(), reference(), grace());
            case RESTORING -> new RotationState.Restoring(rotation(), reference());
            case RESTORED -> new RotationState.Restored(rotation(), reference(), grace());
            case WITHDRAWING -> new RotationState.Withdrawing(rotation(), reference());
        };
    }

    Lineage lineage() {
        RotationState state = state();
        List<Attempt> attempts = new ArrayList<>();
        for (String nonce : NONCES) {
            boolean open =
                    state.rotation().filter(each -> each.nonce().equals(nonce)).isPresent();
            if (open || random.nextBoolean()) {
                Attempt.Fate fate = open ? Attempt.Fate.OPEN : one(Attempt.Fate.values());
                attempts.add(new Attempt(nonce, "run-1", time(), fate, some(3, () -> id(key()))));
            }
        }
        List<PastRotation> past = some(
                3,
                () -> new PastRotation(
                        "run-0", reference(), reference(), time(), one(OldKey.values()), rarely(this::time)));
        Halt halt = rarely(() -> new Halt(one(RotationProblem.values()), "seen: \"that\"\n\\ü", time()));
        return new Lineage(state, halt, attempts, past);
    }

    Terms terms() {
        return new Terms(
                one(Terms.Command.ROTATE, Terms.Command.ROTATE, Terms.Command.ROLLBACK),
                new RotationTarget("linode", "https://example.org", "", "memory"),
                random.nextBoolean() ? CAPABILITIES.get(0) : one(CAPABILITIES),
                Duration.ofHours(random.nextInt(3)),
                rarely(() -> Duration.ofDays(1)),
                random.nextInt(4) == 0,
                perhaps(() -> one("org-42", "somebody")),
                rarely(() -> id(key())),
                random.nextInt(8) != 0,
                1 + random.nextInt(3),
                FINGERPRINT);
    }

    Sight sight(Lineage lineage) {
        Instant now = time();
        String ours = lineage.state().rotation().map(Rotation::nonce).orElse(NONCES.get(0));
        AccessKeyId fresh = lineage.state().fresh().map(KeyReference::id).orElse(id(0));
        return new Sight(
                now,
                random.nextInt(3) == 0,
                "eeeeeeeeeeee6",
                "run-9",
                perhaps(() -> new StoreContents(
                        perhaps(this::stored), rarely(this::stored), perhaps(this::stored), rarely(() -> one(NONCES)))),
                perhaps(() -> some(4, this::listed)),
                perhaps(this::time),
                perhaps(() -> new PendingChange("linode", "rotate", Map.of("name", "backup"))),
                perhaps(Map::of),
                perhaps(() -> one(ours, one(NONCES))),
                rarely(this::sent),
                rarely(this::reconciled),
                random.nextInt(4),
                rarely(this::listed),
                perhaps(() -> tried(one(fresh, id(key())))),
                rarely(() -> Verification.of(one(Answer.values()))),
                new HashSet<>(some(1, () -> id(key()))),
                random.nextBoolean(),
                rarely(this::secret),
                rarely(this::failure));
    }

    private Sight.Tried tried(AccessKeyId id) {
        boolean good = random.nextBoolean();
        return new Sight.Tried(id, Verification.of(good ? Answer.ACCEPTED : Answer.UNREACHABLE), good);
    }

    private SendResult sent() {
        return one(
                new SendResult.Answered(listed(), random.nextBoolean(), FINGERPRINT.of(secret())),
                new SendResult.NotMade(problem()),
                new SendResult.Unknown(problem()));
    }

    private Reconciliation reconciled() {
        return one(
                Reconciliation.applied(listed(), perhaps(this::secret), "Go on."),
                Reconciliation.notSeen("Wait."),
                Reconciliation.undecided(some(2, this::listed), "Look."));
    }

    private AccessKeysException problem() {
        return one(
                new StoreException("the disk is full", "Make room.", null),
                new StoreConflictException("somebody else was here", "Look."),
                new JournalException("the disk is full", "Make room.", null));
    }

    private Sight.Failure failure() {
        Action action = one(
                new Action.LookAtStore(),
                new Action.LookAtKeys(),
                new Action.Prepare(KeyRotation.of(id(key()))),
                new Action.Reserve(one(NONCES)),
                new Action.AwaitKey(id(key())),
                new Action.Stage(stored()),
                new Action.Verify(reference(), random.nextBoolean()),
                new Action.Publish(one(NONCES), reference().accessKeyId()),
                new Action.Restore(one(NONCES)),
                new Action.Revoke(reference(), one(Action.Role.values())),
                new Action.DiscardPending(one(NONCES)));
        return new Sight.Failure(action, problem());
    }

    /** The text with a part that is missing, doubled, or different. */
    String damaged(String text) {
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(20));
        String part = text.substring(from, to);
        String other = switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> part + part;
            case 2 -> one("null", "{}", "[]", "\"\"", "-1", "1e999", "true", "{", "\"");
            case 3 -> "\u0000\uFFFF\uD800";
            case 4 -> "[".repeat(5_000);
            default -> new StringBuilder(part).reverse().toString();
        };
        return text.substring(0, from) + other + (random.nextInt(5) == 0 ? "" : text.substring(to));
    }
}
