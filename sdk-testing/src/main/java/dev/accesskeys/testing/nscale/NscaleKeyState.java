package dev.accesskeys.testing.nscale;

import java.time.Instant;

/** A key with its life. */
record NscaleKeyState(
        String id,
        long number,
        NscaleMetadata metadata,
        String identityPolicy,
        String accessKeyId,
        NscaleLifecycle life) {

    NscaleKey shown(String endpointId, Instant now) {
        return new NscaleKey(
                endpointId, id, metadata.name(), identityPolicy, accessKeyId, life.status(now), life.createdAt());
    }
}
