package dev.accesskeys.rotation;

/** The process has died. An error, so that nothing that handles failures handles it. */
final class SimulatedCrash extends Error {

    private static final long serialVersionUID = 1L;

    SimulatedCrash(String point) {
        super("at " + point, null, false, false);
    }
}
