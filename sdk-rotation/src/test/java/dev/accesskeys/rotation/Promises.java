package dev.accesskeys.rotation;

import dev.accesskeys.Secret;
import dev.accesskeys.keys.SuccessorName;
import dev.accesskeys.rotation.RotationOutcome.Completed;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.WorldKeys.Seen;
import dev.accesskeys.rotation.audit.RotationListener;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoredKey;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.rotation.verify.Verification;
import dev.accesskeys.rotation.verify.Verification.Answer;
import dev.accesskeys.rotation.verify.VerificationRequest;
import dev.accesskeys.testing.Change;
import dev.accesskeys.testing.FakeExchange;
import dev.accesskeys.testing.FakeResponse;
import java.nio.charset.StandardCharsets;
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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Watches a world from outside while it is rotated, crashes or not, and says which promises were broken. It knows nothing of the
 * rules by which the engine decides: only what the provider was asked, what the store showed, and how keys were tried.
 *
 * <p>Use: make it when the world is complete; {@link #lookingAt} tells how to see the store without changing it; give the rotator
 * {@link #watch(SecretStore)}, {@link #watch(KeyVerifier)} and {@link #listener()}; call {@link #callBegins} before and
 * {@link #callEnded} after each call, {@link #restarted} when a new process begins, and {@link #violations} after the last sweep.
 */
final class Promises {

    /** A promise that was broken, and how. */
    record Violation(Promise promise, String what) {}

    private static final Pattern NAME = Pattern.compile("-[a-z2-7]{8}-([a-z2-7]{13})\"");

    private final World world;
    private final Map<String, Seen> everSeen = new HashMap<>();
    private final Set<String> ofOthers = new HashSet<>();
    private final Set<String> byHand = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Set<Violation> violations = new LinkedHashSet<>();
    private final Map<String, Integer> sends = new LinkedHashMap<>();
    private final List<String> texts = new ArrayList<>();
    private final Set<Secret> kept = new HashSet<>();

    private final Set<String> acceptedInThisCall = new HashSet<>();
    private final Map<String, Answer> lastAnswer = new HashMap<>();
    private final Set<String> everCurrent = new HashSet<>();
    private final Set<String> attemptsPublished = new HashSet<>();

    private Supplier<@Nullable StoreContents> look = () -> null;
    private @Nullable StoredKey current;
    private @Nullable StoredKey previous;
    private Instant currentSince;
    private Duration grace = Duration.ZERO;
    private boolean goingBack;
    private int rotations = 1;

    Promises(World world) {
        this.world = world;
        this.currentSince = world.time.now();
        String first = world.firstId().value().substring(world.firstId().value().lastIndexOf('/') + 1);
        for (Seen key : WorldKeys.of(world)) {
            everSeen.put(key.id(), key);
            if (!key.id().equals(first)) {
                ofOthers.add(key.id());
            }
        }
        if (world.firstKey() != null) {
            current = world.firstKey();
            kept.add(current.secret());
            current.accessKeyId().ifPresent(everCurrent::add);
        }
        world.cloud.observe(this::observed);
    }

    /** How to see what an application would see in the store; must change nothing. */
    synchronized Promises lookingAt(Supplier<@Nullable StoreContents> store) {
        look = store;
        return this;
    }

    /** How long a key that was replaced must be left alone. */
    synchronized Promises grace(Duration time) {
        grace = time;
        return this;
    }

    SecretStore watch(SecretStore store) {
        return new WatchedStore(store, this);
    }

    KeyVerifier watch(KeyVerifier verifier) {
        return new KeyVerifier() {
            @Override
            public Verification verify(VerificationRequest request) {
                Verification verification = verifier.verify(request);
                verified(
                        request.stored()
                                .flatMap(StoredKey::accessKeyId)
                                .orElse(request.key().id().value()),
                        verification.answer());
                return verification;
            }

            @Override
            public Map<String, String> before() {
                return verifier.before();
            }
        };
    }

    RotationListener listener() {
        return event -> text(event.toString());
    }

    /** A key was tried, and this is what the provider has really said. */
    synchronized void verified(String accessKeyId, Answer answer) {
        lastAnswer.put(accessKeyId, answer);
        if (answer == Answer.ACCEPTED) {
            acceptedInThisCall.add(accessKeyId);
        }
    }

    /** What was tried before says nothing about now. */
    synchronized void callBegins(boolean rollback) {
        acceptedInThisCall.clear();
        goingBack |= rollback;
    }

    synchronized void callEnded(RotationOutcome outcome) {
        text(outcome.explanation());
        text(outcome.toString());
        switch (outcome.kind()) {
            case COMPLETED, ROLLED_BACK -> {
                attemptsPublished.clear();
                goingBack = false;
                rotations++;
            }
            case REFUSED -> goingBack = false;
            case WAITING_FOR_GRACE, NOT_DUE, NEEDS_OPERATOR -> {}
        }
        if (outcome instanceof Completed done && done.fate() == OldKey.REVOKED_AND_REFUSED) {
            Answer answer = done.oldKey().accessKeyId().map(lastAnswer::get).orElse(null);
            if (answer != Answer.UNKNOWN_KEY) {
                broken(Promise.REFUSAL_PROVEN, "the old key is called refused, but the last answer was " + answer);
            }
        }
    }

    /** A new process looks at what the last one has left. */
    synchronized void restarted() {
        storeMayHaveChanged("restart");
    }

    /** Somebody has revoked a key: the rotation does not answer for that. */
    synchronized void revokedByHand(String accessKeyId) {
        byHand.add(accessKeyId);
    }

    /** A rotation was abandoned: what becomes of this key is for a person to decide. */
    synchronized void leftToOperator(String accessKeyId) {
        left.add(accessKeyId);
    }

    /** Something that may be shown or written down, and that must hold no secret. */
    synchronized void text(String shown) {
        texts.add(shown);
    }

    synchronized void thrown(Throwable problem) {
        for (Throwable each = problem; each != null; each = each.getCause()) {
            text(each.toString());
        }
    }

    synchronized void broken(Promise promise, String what) {
        violations.add(new Violation(promise, what));
    }

    /** The store has said that it holds a secret durably. */
    synchronized void kept(Secret secret) {
        kept.add(secret);
        storeMayHaveChanged("stage");
    }

    synchronized void published(String attempt, Optional<String> expected) {
        StoredKey before = current;
        StoredKey replaced = previous;
        if (before != null && !before.accessKeyId().equals(expected) && world.overlaps()) {
            StoreContents now = look.get();
            if (now != null && !same(now.current().orElse(null), before)) {
                broken(Promise.ONE_PUBLISHED, "published over another key than the expected one");
            }
        }
        storeMayHaveChanged("publish");
        if (!same(before, current)) {
            if (replaced != null) {
                kept.remove(replaced.secret());
            }
            attemptsPublished.add(attempt);
            if (attemptsPublished.size() > 1) {
                broken(Promise.ONE_PUBLISHED, "one rotation has published two keys: " + attemptsPublished);
            }
        }
    }

    synchronized void storeMayHaveChanged(String by) {
        StoreContents now = look.get();
        if (now == null) {
            return;
        }
        StoredKey before = current;
        current = now.current().orElse(null);
        previous = now.previous().orElse(null);
        if (current == null) {
            if (before != null) {
                broken(Promise.ONE_PUBLISHED, "no key is current after " + by);
            }
            return;
        }
        boolean changed = !same(before, current);
        if (changed) {
            if (!by.equals("publish") && !by.equals("restore") && !by.equals("restart")) {
                broken(Promise.ONE_PUBLISHED, "the current key was changed by " + by);
            }
            if (by.equals("restart") && before != null) {
                // The power was lost before the publication was durable: nobody on this machine has seen it.
                before.accessKeyId().ifPresent(everCurrent::remove);
                attemptsPublished.clear();
            }
            currentSince = world.time.now();
            everCurrent.add(current.accessKeyId().orElse("-"));
        }
        Map<String, Secret> usable = world.usable();
        // At a cut-over the old key is dead before the new one can be published, but what is published must work.
        boolean excepted = (!world.overlaps() && (!changed || by.equals("restart"))) || isByHand(current);
        if (!excepted && !works(current, usable)) {
            broken(Promise.SECRET_KEPT, "after " + by + " the current key does not work");
        }
        List<Secret> held = Stream.of(now.current(), now.pending(), now.previous())
                .flatMap(Optional::stream)
                .map(StoredKey::secret)
                .toList();
        for (Secret secret : kept) {
            if (usable.containsValue(secret) && !held.contains(secret)) {
                broken(Promise.SECRET_KEPT, "after " + by + " the store has lost the secret of a key that works");
            }
        }
    }

    private synchronized void observed(FakeExchange exchange) {
        String method = exchange.request().method();
        Change change = exchange.answer().flatMap(FakeResponse::change).orElse(null);
        if (!method.equals("GET") && !method.equals("DELETE")) {
            sent(exchange);
        }
        if (change != null && change.kind() == Change.Kind.DELETED) {
            revoked(change.id());
        }
        WorldKeys.of(world).forEach(key -> everSeen.put(key.id(), key));
    }

    private void sent(FakeExchange exchange) {
        OptionalInt status =
                exchange.sent().stream().mapToInt(FakeResponse::status).findFirst();
        boolean surelyNot = exchange.fault().filter("refuse"::equals).isPresent()
                || (!exchange.accepted() && status.isPresent() && status.getAsInt() / 100 == 4);
        if (surelyNot) {
            return;
        }
        Matcher name = NAME.matcher(new String(exchange.request().body(), StandardCharsets.UTF_8));
        String what = name.find() ? "attempt " + name.group(1) : "rotation " + rotations;
        if (sends.merge(what, 1, Integer::sum) > 1) {
            broken(Promise.SENT_ONCE, "the request of " + what + " was sent again");
        }
    }

    private void revoked(String id) {
        Seen key = everSeen.get(id);
        if (key == null) {
            return;
        }
        if (ofOthers.contains(id)) {
            broken(Promise.OTHERS_UNTOUCHED, "the key " + key.name() + " of somebody else was revoked");
            return;
        }
        StoreContents now = look.get();
        String inUse =
                now == null ? "" : now.current().flatMap(StoredKey::accessKeyId).orElse("");
        if (inUse.equals(key.accessKeyId())) {
            broken(Promise.VERIFIED_BEFORE_REVOKED, "the current key was revoked");
        } else if (everCurrent.contains(key.accessKeyId())) {
            if (!acceptedInThisCall.contains(inUse) || lastAnswer.get(inUse) != Answer.ACCEPTED) {
                broken(Promise.VERIFIED_BEFORE_REVOKED, "a key was revoked before the current one was accepted");
            }
            if (world.time.now().isBefore(currentSince.plus(grace))) {
                broken(Promise.VERIFIED_BEFORE_REVOKED, "a key was revoked before its grace was over");
            }
        } else if (!goingBack
                && now != null
                && now.pending()
                        .filter(each -> each.secret().equals(key.secret()))
                        .isPresent()) {
            broken(Promise.SECRET_KEPT, "a new key was revoked though its secret was safe");
        }
    }

    /** Everything that was broken so far, and what is wrong with how things stand now, after a sweep. */
    synchronized List<Violation> violations(RotationStatus status) {
        storeMayHaveChanged("the end");
        boolean unfinished = status.state() != RotationStatus.State.IDLE;
        StoreContents now = look.get();
        if (now != null && current != null && !unfinished && !isByHand(current) && !works(current, world.usable())) {
            broken(Promise.SECRET_KEPT, "all is said to be well, but the current key does not work");
        }
        Set<String> known = new HashSet<>(left);
        if (now != null) {
            now.current().flatMap(StoredKey::accessKeyId).ifPresent(known::add);
            if (unfinished) {
                Stream.of(now.pending(), now.previous())
                        .flatMap(Optional::stream)
                        .flatMap(key -> key.accessKeyId().stream())
                        .forEach(known::add);
            }
        }
        if (unfinished) {
            Stream.of(status.oldKey(), status.newKey())
                    .flatMap(Optional::stream)
                    .flatMap(key -> key.accessKeyId().stream())
                    .forEach(known::add);
        }
        Set<String> there = new HashSet<>();
        for (Seen key : WorldKeys.of(world)) {
            there.add(key.id());
            if (!ofOthers.contains(key.id()) && !known.contains(key.accessKeyId())) {
                boolean ours = SuccessorName.nonceOf(key.name()).isPresent();
                broken(Promise.NO_UNKNOWN_KEY, (ours ? "a key of an attempt" : "the old key") + " is left over");
            }
        }
        if (!there.containsAll(ofOthers)) {
            broken(Promise.OTHERS_UNTOUCHED, "a key of somebody else is gone");
        }
        for (Secret secret : world.everySecret()) {
            if (texts.stream().anyMatch(text -> text.contains(secret.reveal()))) {
                broken(Promise.NO_SECRET_TOLD, "a secret was told");
            }
        }
        return List.copyOf(violations);
    }

    private boolean isByHand(StoredKey key) {
        return key.accessKeyId().filter(byHand::contains).isPresent();
    }

    private static boolean works(StoredKey key, Map<String, Secret> usable) {
        return key.secret().equals(usable.get(key.accessKeyId().orElse("")));
    }

    private static boolean same(@Nullable StoredKey one, @Nullable StoredKey other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.secret().equals(other.secret()) && one.accessKeyId().equals(other.accessKeyId());
    }
}
