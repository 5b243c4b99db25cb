package dev.accesskeys.rotation;

import java.util.List;

/**
 * What a sweep has found.
 *
 * @param target whose keys were looked at
 * @param revoked the keys that were left behind and are revoked now
 */
public record SweepReport(RotationTarget target, List<KeyReference> revoked) {

    /**
     * Copies the list.
     *
     * @param target whose keys were looked at
     * @param revoked the keys that were left behind and are revoked now
     */
    public SweepReport {
        revoked = List.copyOf(revoked);
    }
}
