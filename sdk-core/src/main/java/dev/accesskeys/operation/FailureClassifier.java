package dev.accesskeys.operation;

/**
 * Tells what an answer that is no success means at a provider. Everything that differs from {@link Failure#byStatus} stands
 * here: how the body lists what is wrong, and which answers promise that nothing was processed.
 */
@FunctionalInterface
public interface FailureClassifier {

    /**
     * Tells what an answer means.
     *
     * @param answer an answer with a status other than 2xx, or one whose envelope reports a failure
     * @return what it means
     */
    Failure classify(FailedAnswer answer);
}
