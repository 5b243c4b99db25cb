package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.rotation.verify.VerificationPolicy;
import java.time.Duration;

/**
 * How long to wait for what.
 *
 * @param verification how patiently keys are tried
 * @param settle how long a listing may lag
 * @param provisioning how long the provider may take to set up a key
 */
public record Pace(VerificationPolicy verification, Duration settle, Duration provisioning) {}
