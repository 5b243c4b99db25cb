package dev.accesskeys.rotation.internal.engine;

/**
 * What a step has decided.
 *
 * @param next what the journal must say before the action begins
 * @param action what to do then
 */
public record Decision(Lineage next, Action action) {}
