package dev.accesskeys.rotation;

import dev.accesskeys.error.ValidationException;
import java.util.Objects;

/**
 * What is rotated: a lineage of keys, one in use at a time, and not one key, whose id changes with every rotation. Two rotators
 * with the same target continue each other's work.
 *
 * @param provider the provider's id, such as {@code linode}
 * @param baseUrl the address of its API; may be empty for services that tell none
 * @param place the account or endpoint whose keys these are; empty where the credential decides
 * @param store the name of the store in which the lineage's keys are kept
 */
public record RotationTarget(String provider, String baseUrl, String place, String store) {

    /**
     * Checks that nothing is null and that every part fits into one line.
     *
     * @param provider the provider's id
     * @param baseUrl the address of its API
     * @param place the account or endpoint
     * @param store the name of the store
     * @throws ValidationException if a part has control characters
     */
    public RotationTarget {
        requireLine("provider", provider);
        requireLine("baseUrl", baseUrl);
        requireLine("place", place);
        requireLine("store", store);
    }

    private static void requireLine(String field, String value) {
        Objects.requireNonNull(value, field);
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException(field, "must have no control characters", value.length() + " characters");
        }
    }

    /** The parts on one line. */
    @Override
    public String toString() {
        return provider + (baseUrl.isEmpty() ? "" : " " + baseUrl) + (place.isEmpty() ? "" : " " + place) + " -> "
                + store;
    }
}
