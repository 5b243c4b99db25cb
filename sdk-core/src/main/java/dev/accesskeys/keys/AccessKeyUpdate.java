package dev.accesskeys.keys;

import dev.accesskeys.error.ValidationException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shall change at a key. Whatever is not set stays as it is; what a provider cannot change is refused before anything is
 * sent. Immutable.
 */
public final class AccessKeyUpdate {

    private static final AccessKeyUpdate NOTHING = new AccessKeyUpdate(null, null, null);

    private final @Nullable String name;
    private final @Nullable List<String> regions;
    private final @Nullable Duration rotationInterval;

    private AccessKeyUpdate(
            @Nullable String name, @Nullable List<String> regions, @Nullable Duration rotationInterval) {
        this.name = name;
        this.regions = regions;
        this.rotationInterval = rotationInterval;
    }

    /**
     * Sets a new name.
     *
     * @param value the name
     * @return the update
     */
    public static AccessKeyUpdate name(String value) {
        return NOTHING.withName(value);
    }

    /**
     * Sets the regions in which the key works.
     *
     * @param values region ids of the provider
     * @return the update
     */
    public static AccessKeyUpdate regions(List<String> values) {
        return NOTHING.withRegions(values);
    }

    /**
     * Sets how often the provider rotates the key by itself.
     *
     * @param value the interval, in whole days
     * @return the update
     * @throws ValidationException if it is not a whole number of days
     */
    public static AccessKeyUpdate rotationInterval(Duration value) {
        return NOTHING.withRotationInterval(value);
    }

    /**
     * Sets a new name in addition.
     *
     * @param value the name
     * @return the changed update
     */
    public AccessKeyUpdate withName(String value) {
        return new AccessKeyUpdate(Objects.requireNonNull(value, "name"), regions, rotationInterval);
    }

    /**
     * Sets the regions in addition.
     *
     * @param values region ids of the provider
     * @return the changed update
     */
    public AccessKeyUpdate withRegions(List<String> values) {
        return new AccessKeyUpdate(name, List.copyOf(values), rotationInterval);
    }

    /**
     * Sets how often the provider rotates the key by itself, in addition.
     *
     * @param value the interval, in whole days
     * @return the changed update
     * @throws ValidationException if it is not a whole number of days
     */
    public AccessKeyUpdate withRotationInterval(Duration value) {
        if (!value.equals(Duration.ofDays(value.toDays()))) {
            throw new ValidationException("rotation interval", "must be a whole number of days", value.toString());
        }
        return new AccessKeyUpdate(name, regions, value);
    }

    /**
     * Gives the new name.
     *
     * @return the name; empty if it stays
     */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /**
     * Gives the new regions.
     *
     * @return region ids; empty if they stay
     */
    public Optional<List<String>> regions() {
        return Optional.ofNullable(regions);
    }

    /**
     * Gives the new interval.
     *
     * @return the interval; empty if it stays
     */
    public Optional<Duration> rotationInterval() {
        return Optional.ofNullable(rotationInterval);
    }

    @Override
    public String toString() {
        return "AccessKeyUpdate[name=" + name + ", regions=" + regions + ", rotationInterval=" + rotationInterval + "]";
    }
}
