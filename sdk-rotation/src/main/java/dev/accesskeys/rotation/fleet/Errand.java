package dev.accesskeys.rotation.fleet;

import dev.accesskeys.rotation.Rotator;

/** What a fleet does with each of its targets. */
enum Errand {
    ROTATE {
        @Override
        FleetResult on(Rotator rotator) {
            return FleetResult.of(rotator.rotate());
        }
    },
    PLAN {
        @Override
        FleetResult on(Rotator rotator) {
            return FleetResult.of(rotator.plan());
        }
    },
    SWEEP {
        @Override
        FleetResult on(Rotator rotator) {
            return FleetResult.of(rotator.sweep());
        }
    };

    /** Does it. */
    abstract FleetResult on(Rotator rotator);

    /** Whether one target can stand for its whole account; leftovers are known to the journal of each alone. */
    boolean isDoneOnceForAnAccount() {
        return this != SWEEP;
    }
}
