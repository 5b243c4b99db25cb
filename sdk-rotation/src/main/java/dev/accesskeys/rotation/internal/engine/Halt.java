package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.RotationProblem;
import java.time.Instant;

/**
 * Why the last call stopped in the state in which it did.
 *
 * @param problem what it is
 * @param detail what was seen, as whole sentences
 * @param at when
 */
public record Halt(RotationProblem problem, String detail, Instant at) {}
