package dev.accesskeys.rotation;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.internal.engine.Effects;
import dev.accesskeys.rotation.internal.engine.Engine;
import dev.accesskeys.rotation.internal.engine.Interventions;
import dev.accesskeys.rotation.internal.engine.LineageCodec;
import dev.accesskeys.rotation.internal.engine.Planning;
import dev.accesskeys.rotation.internal.engine.StatusReading;
import dev.accesskeys.rotation.internal.engine.Terms;
import dev.accesskeys.rotation.internal.engine.Terms.Command;
import dev.accesskeys.rotation.internal.fleet.RotatorInsides;
import dev.accesskeys.rotation.journal.JournalBusyException;
import dev.accesskeys.rotation.journal.JournalLease;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Replaces an access key so that nothing is lost on the way: its secret is kept before anything else happens with it, the old key
 * is revoked only after the new one was seen to work and is in use, and whatever breaks in between, the next call goes on.
 *
 * <pre>{@code
 * try (RotationJournal journal = FileJournal.in(folder)) {
 *     Rotator rotator = Rotator.builder()
 *             .service(linode.accessKeys())
 *             .journal(journal)
 *             .store(AwsProfileStore.at(credentials, "backup"))
 *             .verifier(verifier)
 *             .grace(Duration.ofHours(24))
 *             .build();
 *     System.out.println(rotator.plan()); // sends nothing that changes anything
 *     RotationOutcome outcome = rotator.rotate(); // called again: goes on, or says what it waits for
 * }
 * }</pre>
 *
 * <p>What is rotated is a lineage, see {@link RotationTarget}: the key that the store has in use, whichever it is. Calls that end
 * with {@link RotationOutcome.Kind#WAITING_FOR_GRACE} or {@link RotationOutcome.Kind#NEEDS_OPERATOR} are continued by the next one,
 * by this process or another with the same journal and store. Safe for use by many threads; a second call at the same time is
 * refused. Blocks while it waits for a key to work, up to the deadline of its verification policy; an interrupt ends the call
 * with {@link dev.accesskeys.error.CallCancelledException}, and the next one goes on.
 */
public final class Rotator {

    static {
        RotatorInsides.readBy(rotator -> rotator.insides());
    }

    private final Settings settings;
    private final RotationTarget target;

    Rotator(Settings settings) {
        this.settings = settings;
        this.target = settings.target();
    }

    /**
     * Starts to set up a rotator.
     *
     * @return a builder; service and journal are required, and where keys have secrets also store and verifier
     */
    public static RotatorBuilder builder() {
        return new RotatorBuilder();
    }

    /**
     * Names what this rotator rotates.
     *
     * @return the target
     */
    public RotationTarget target() {
        return target;
    }

    private RotatorInsides insides() {
        return new RotatorInsides(
                settings.service(), settings.store(), around -> new Rotator(settings.through(around)));
    }

    /**
     * Tells what {@link #rotate()} would do now: a dry run. It reads store, journal and provider, and sends nothing that changes
     * anything.
     *
     * @return the plan
     * @throws dev.accesskeys.rotation.journal.JournalException if the journal's entry cannot be read
     */
    public RotationPlan plan() {
        return planned(null);
    }

    /**
     * Tells what {@link #rotate(AccessKeyId)} would do now; see {@link #plan()}.
     *
     * @param key the key that is believed to be in use
     * @return the plan
     */
    public RotationPlan plan(AccessKeyId key) {
        return planned(Objects.requireNonNull(key, "key"));
    }

    private RotationPlan planned(@Nullable AccessKeyId named) {
        Terms terms = settings.terms(Command.ROTATE, named);
        Engine engine = settings.engine(settings.effects(), terms);
        return Planning.plan(engine.foresee(settings.journal().read(target)), terms, settings.pace());
    }

    /**
     * Rotates the key that the store has in use, or goes on with a rotation that is under way. Whatever has happened before, this
     * is the call to make: ten calls in a row make one key.
     *
     * @return how it ended
     * @throws dev.accesskeys.rotation.journal.JournalException if the journal's entry cannot be read: damaged, or of a newer version;
     *     nothing was changed
     */
    public RotationOutcome rotate() {
        return run(Command.ROTATE, null);
    }

    /**
     * Rotates a key if it is the one in use, or goes on with its rotation. A key that this journal has replaced already gives the
     * stored outcome again; any other is refused.
     *
     * @param key the key that is believed to be in use
     * @return how it ended
     * @throws dev.accesskeys.rotation.journal.JournalException as {@link #rotate()} does
     */
    public RotationOutcome rotate(AccessKeyId key) {
        return run(Command.ROTATE, Objects.requireNonNull(key, "key"));
    }

    /**
     * Goes back to the old key: sees that it still works, makes it current again, waits the grace once more for those who have the
     * new key already, and revokes the new one. Possible until the old key is being revoked, where old and new work side by
     * side and the store has the old secret. Once begun, {@link #rotate()} goes on with it, too.
     *
     * @return how it ended; refused if there is nothing to go back from
     * @throws dev.accesskeys.rotation.journal.JournalException as {@link #rotate()} does
     */
    public RotationOutcome rollback() {
        return run(Command.ROLLBACK, null);
    }

    private RotationOutcome run(Command command, @Nullable AccessKeyId named) {
        Effects effects = settings.effects();
        Terms terms = settings.terms(command, named);
        try (JournalLease lease = effects.lease(settings.journal(), target)) {
            return settings.engine(effects, terms).run(lease);
        } catch (JournalBusyException e) {
            return new RotationOutcome.Refused(target, RotationProblem.ALREADY_RUNNING, words(e));
        }
    }

    private static String words(JournalBusyException busy) {
        return Objects.requireNonNullElse(busy.getMessage(), "");
    }

    /**
     * Looks for keys that earlier attempts have left behind: made by the provider after their answer was lost, and found only
     * now. They are revoked. Every rotation does this, too, before it begins and at its end.
     *
     * @return what was revoked
     * @throws dev.accesskeys.error.AccessKeysException if provider, store or journal cannot be read, or a key cannot be revoked
     */
    public SweepReport sweep() {
        return intervene(interventions -> interventions.sweep());
    }

    /**
     * Forgets a rotation that is under way: a person takes over. Neither key is touched, and the store stays as it is. Only what
     * a request without an answer may still bring to light, and whose secret nobody has, is swept later.
     *
     * @return how things stand then
     * @throws dev.accesskeys.error.AccessKeysException if the journal cannot be read or written, or is in use
     */
    public RotationStatus abandon() {
        return intervene(interventions -> interventions.abandon());
    }

    private <T> T intervene(Function<Interventions, T> call) {
        Effects effects = settings.effects();
        try (JournalLease lease = effects.lease(settings.journal(), target)) {
            return call.apply(
                    new Interventions(effects, settings.terms(Command.ROTATE, null), settings.actor(), lease));
        }
    }

    /**
     * Tells how things stand, by the journal alone. Sends nothing and needs no lease.
     *
     * @return the status
     * @throws dev.accesskeys.rotation.journal.JournalException if the journal's entry cannot be read
     */
    public RotationStatus status() {
        return settings.journal()
                .read(target)
                .map(entry -> StatusReading.of(LineageCodec.read(entry.content()), target))
                .orElseGet(() -> StatusReading.none(target));
    }

    /** The target. */
    @Override
    public String toString() {
        return "Rotator[" + target + "]";
    }
}
