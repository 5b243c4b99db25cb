package dev.accesskeys.rotation;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.KeyScope;
import dev.accesskeys.rotation.audit.RotationListener;
import dev.accesskeys.rotation.internal.engine.EffectPort;
import dev.accesskeys.rotation.internal.engine.Effects;
import dev.accesskeys.rotation.internal.engine.Engine;
import dev.accesskeys.rotation.internal.engine.Pace;
import dev.accesskeys.rotation.internal.engine.StepFunction;
import dev.accesskeys.rotation.internal.engine.Terms;
import dev.accesskeys.rotation.journal.RotationJournal;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.verify.KeyVerifier;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a rotator was set up with, once it has been checked. */
record Settings(
        AccessKeyService service,
        RotationJournal journal,
        @Nullable SecretStore store,
        @Nullable KeyVerifier verifier,
        Pace pace,
        Duration grace,
        @Nullable Duration interval,
        boolean insisting,
        @Nullable String confirmation,
        int maxAttempts,
        String actor,
        List<RotationListener> listeners,
        TimeSource time,
        StepFunction steps,
        EffectPort port) {

    RotationTarget target() {
        KeyScope scope = service.scope();
        return new RotationTarget(
                scope.provider(),
                scope.baseUrl().map(Object::toString).orElse(""),
                scope.place(),
                store == null ? "none" : store.name());
    }

    Effects effects() {
        return new Effects(port, service, store, verifier, time, listeners);
    }

    Terms terms(Terms.Command command, @Nullable AccessKeyId named) {
        return new Terms(
                command,
                target(),
                service.capabilities(),
                grace,
                interval,
                insisting,
                confirmation,
                named,
                verifier != null,
                maxAttempts,
                journal.fingerprint());
    }

    Engine engine(Effects effects, Terms terms) {
        return new Engine(effects, steps, terms, pace, actor);
    }

    /** The same with another door to the world. */
    Settings through(UnaryOperator<EffectPort> around) {
        return new Settings(
                service,
                journal,
                store,
                verifier,
                pace,
                grace,
                interval,
                insisting,
                confirmation,
                maxAttempts,
                actor,
                listeners,
                time,
                steps,
                around.apply(port));
    }
}
