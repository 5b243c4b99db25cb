package dev.accesskeys.rotation;

import dev.accesskeys.rotation.internal.engine.StepFunction;
import dev.accesskeys.rotation.internal.engine.Steps;
import dev.accesskeys.rotation.internal.file.Disk;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.testing.Fault;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is rotated, what goes wrong besides crashes, and what of the engine is broken on purpose.
 *
 * @param name for people
 * @param world makes a fresh world
 * @param fault what happens to the first request for a key; null for nothing
 * @param script what is called
 * @param sabotage what is broken
 */
record CrashScene(
        String name, Supplier<World> world, @Nullable Fault fault, Script script, Sabotage sabotage) {

    /** What is called, and again after a crash. */
    enum Script {
        /** Rotate until it is completed. */
        ROTATE,
        /** Rotate without a crash until the grace begins, then roll back. */
        ROLL_BACK,
        /** Rotate; after a crash roll back, and rotate again if there is no way back. */
        TURN_BACK
    }

    /** Puts something wrong in the place of a part of the rotation. */
    record Sabotage(
            Supplier<StepFunction> steps,
            UnaryOperator<RotationJournal> journal,
            UnaryOperator<SecretStore> store,
            UnaryOperator<KeyVerifier> service,
            UnaryOperator<KeyVerifier> verifier,
            UnaryOperator<Disk> disk) {

        static final Sabotage NONE = new Sabotage(
                Steps::new,
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity(),
                UnaryOperator.identity());

        Sabotage steps(Supplier<StepFunction> other) {
            return new Sabotage(other, journal, store, service, verifier, disk);
        }

        Sabotage journal(UnaryOperator<RotationJournal> other) {
            return new Sabotage(steps, other, store, service, verifier, disk);
        }

        Sabotage store(UnaryOperator<SecretStore> other) {
            return new Sabotage(steps, journal, other, service, verifier, disk);
        }

        /** Not the rotation, but the service at which keys are tried, answers in another way. */
        Sabotage service(UnaryOperator<KeyVerifier> other) {
            return new Sabotage(steps, journal, store, other, verifier, disk);
        }

        Sabotage verifier(UnaryOperator<KeyVerifier> other) {
            return new Sabotage(steps, journal, store, service, other, disk);
        }

        Sabotage disk(UnaryOperator<Disk> other) {
            return new Sabotage(steps, journal, store, service, verifier, other);
        }
    }

    static CrashScene of(String name) {
        return new CrashScene(name, worlds().get(name), null, Script.ROTATE, Sabotage.NONE);
    }

    /** Every world, by its name. */
    static Map<String, Supplier<World>> worlds() {
        Map<String, Supplier<World>> worlds = new LinkedHashMap<>();
        worlds.put("linode", World::linode);
        worlds.put("nscale", World::nscale);
        worlds.put("slowLinode", World::slowLinode);
        worlds.put("slowNscale", World::slowNscale);
        worlds.put("tensorPool", World::tensorPool);
        worlds.put("cloudflare", World::cloudflare);
        return worlds;
    }

    CrashScene in(Supplier<World> other) {
        return new CrashScene(name, other, fault, script, sabotage);
    }

    CrashScene with(Fault other) {
        return new CrashScene(name, world, other, script, sabotage);
    }

    CrashScene with(Script other) {
        return new CrashScene(name, world, fault, other, sabotage);
    }

    CrashScene with(Sabotage other) {
        return new CrashScene(name, world, fault, script, other);
    }

    @Override
    public String toString() {
        return name + (fault == null ? "" : " with " + fault) + (script == Script.ROTATE ? "" : ", " + script);
    }
}
