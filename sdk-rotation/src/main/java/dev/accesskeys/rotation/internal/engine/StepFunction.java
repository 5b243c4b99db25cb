package dev.accesskeys.rotation.internal.engine;

/** Decides what comes next. Pure: the same state, sight and terms always give the same decision. */
@FunctionalInterface
public interface StepFunction {

    Decision next(Lineage lineage, Sight sight, Terms terms);
}
