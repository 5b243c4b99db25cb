package dev.accesskeys.rotation.audit;

/**
 * Is told of everything that happens in a rotation, in order, on the thread that rotates. What it throws does not stop the
 * rotation; it becomes a warning of the outcome.
 */
@FunctionalInterface
public interface RotationListener {

    /**
     * Something has happened.
     *
     * @param event what
     */
    void onEvent(RotationEvent event);
}
