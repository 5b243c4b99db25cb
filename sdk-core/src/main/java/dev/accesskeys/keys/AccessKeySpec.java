package dev.accesskeys.keys;

import dev.accesskeys.operation.Constraints;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a key that is to be created shall be.
 *
 * <pre>{@code
 * keys.create(AccessKeySpec.named("backup").withRights(AccessRights.limitedTo(grant)));
 * }</pre>
 *
 * Immutable.
 */
public final class AccessKeySpec {

    private final String name;
    private final @Nullable AccessRights rights;
    private final List<String> regions;

    private AccessKeySpec(String name, @Nullable AccessRights rights, List<String> regions) {
        this.name = name;
        this.rights = rights;
        this.regions = regions;
    }

    /**
     * A key with a name. Without rights it gets the provider's default, which at the known providers is everything.
     *
     * @param name the label or name; what is allowed in it differs between providers
     * @return the specification
     * @throws dev.accesskeys.error.ValidationException if the name is blank
     */
    public static AccessKeySpec named(String name) {
        return new AccessKeySpec(Constraints.notBlank("name", name), null, List.of());
    }

    /**
     * Sets what the key may do.
     *
     * @param wanted the rights
     * @return the changed specification
     */
    public AccessKeySpec withRights(AccessRights wanted) {
        return new AccessKeySpec(name, Objects.requireNonNull(wanted, "rights"), regions);
    }

    /**
     * Sets the regions in which the key shall work.
     *
     * @param wanted region ids of the provider; none for the provider's default
     * @return the changed specification
     */
    public AccessKeySpec withRegions(List<String> wanted) {
        return new AccessKeySpec(name, rights, List.copyOf(wanted));
    }

    /**
     * Gives the name.
     *
     * @return the label or name
     */
    public String name() {
        return name;
    }

    /**
     * Tells what the key may do.
     *
     * @return the rights; empty for the provider's default
     */
    public Optional<AccessRights> rights() {
        return Optional.ofNullable(rights);
    }

    /**
     * Tells in which regions the key shall work.
     *
     * @return region ids; empty for the provider's default
     */
    public List<String> regions() {
        return regions;
    }

    @Override
    public String toString() {
        return "AccessKeySpec[name=" + name + ", rights=" + rights + ", regions=" + regions + "]";
    }
}
