package dev.accesskeys.testing.nscale;

import dev.accesskeys.testing.Lag;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The life of one endpoint or key, which goes on with time and with each look. Guarded by the project's lock. */
final class NscaleLifecycle {

    private final NscaleSettings settings;
    private final Instant createdAt;
    private final boolean settled;
    private boolean failing;
    private long looks;
    private @Nullable Instant deletedAt;
    private long looksBeforeDeletion;

    /**
     * Begins it.
     *
     * @param settled whether it has been there for long
     */
    NscaleLifecycle(NscaleSettings settings, Instant createdAt, boolean settled) {
        this.settings = settings;
        this.createdAt = createdAt;
        this.settled = settled;
        this.failing = !settled && settings.provisioningFails();
    }

    NscaleStatus status(Instant now) {
        Instant deleted = deletedAt;
        if (deleted != null) {
            boolean over = settings.gone().isOver(deleted, now, looks - looksBeforeDeletion);
            if (!over) {
                return NscaleStatus.DEPROVISIONING;
            }
            return settings.deletionFails() ? NscaleStatus.ERROR : NscaleStatus.GONE;
        }
        if (failing) {
            return settled || isOver(settings.provisioned(), now) ? NscaleStatus.ERROR : underWay(now);
        }
        return settled || isOver(settings.provisioned(), now) ? NscaleStatus.PROVISIONED : underWay(now);
    }

    private NscaleStatus underWay(Instant now) {
        return isOver(settings.found(), now) ? NscaleStatus.PROVISIONING : NscaleStatus.NOT_FOUND_YET;
    }

    private boolean isOver(Lag lag, Instant now) {
        return lag.isOver(createdAt, now, looks);
    }

    /** What a look shows; it counts as one. */
    NscaleStatus look(Instant now) {
        NscaleStatus status = status(now);
        looks++;
        return status;
    }

    void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
            looksBeforeDeletion = looks;
        }
    }

    void fail() {
        failing = true;
    }

    Instant createdAt() {
        return createdAt;
    }

    @Nullable
    Instant deletedAt() {
        return deletedAt;
    }
}
