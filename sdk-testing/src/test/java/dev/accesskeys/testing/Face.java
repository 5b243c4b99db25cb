package dev.accesskeys.testing;

/** The two ways to reach a fake; most tests run through both. */
public enum Face {
    IN_MEMORY,
    SERVER
}
