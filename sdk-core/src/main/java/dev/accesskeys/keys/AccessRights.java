package dev.accesskeys.keys;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a key may do. */
public final class AccessRights {

    /** The ways in which rights are given. */
    public enum Kind {
        /** Everything that its account or endpoint may do. */
        FULL,
        /** What its grants say, and nothing else. */
        LIMITED,
        /** What a named policy of the provider says. */
        POLICY,
        /** The provider does not tell, or its keys are not for storage. */
        UNSTATED
    }

    /** What a grant allows. */
    public enum Permission {
        /** Reading. */
        READ_ONLY,
        /** Reading, writing and deleting. */
        READ_WRITE,
        /** Something that this version does not know. */
        OTHER
    }

    /**
     * Access to one bucket.
     *
     * @param bucket the bucket's name
     * @param region the region it is in, as the provider names it
     * @param permission what is allowed
     */
    public record Grant(String bucket, String region, Permission permission) {

        /**
         * Checks that nothing is null.
         *
         * @param bucket the bucket's name
         * @param region the region it is in
         * @param permission what is allowed
         */
        public Grant {
            Objects.requireNonNull(bucket, "bucket");
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(permission, "permission");
        }
    }

    private static final AccessRights FULL = new AccessRights(Kind.FULL, List.of(), null);
    private static final AccessRights UNSTATED = new AccessRights(Kind.UNSTATED, List.of(), null);

    private final Kind kind;
    private final List<Grant> grants;
    private final @Nullable String policy;

    private AccessRights(Kind kind, List<Grant> grants, @Nullable String policy) {
        this.kind = kind;
        this.grants = grants;
        this.policy = policy;
    }

    /**
     * Everything that the account or endpoint may do.
     *
     * @return the rights
     */
    public static AccessRights full() {
        return FULL;
    }

    /**
     * Access to the given buckets only.
     *
     * @param grants the grants; none at all means access to nothing
     * @return the rights
     */
    public static AccessRights limitedTo(List<Grant> grants) {
        return new AccessRights(Kind.LIMITED, List.copyOf(grants), null);
    }

    /**
     * Access to the given buckets only.
     *
     * @param grants the grants; none at all means access to nothing
     * @return the rights
     */
    public static AccessRights limitedTo(Grant... grants) {
        return limitedTo(List.of(grants));
    }

    /**
     * What a named policy of the provider says.
     *
     * @param name the policy's name
     * @return the rights
     */
    public static AccessRights policy(String name) {
        return new AccessRights(Kind.POLICY, List.of(), Objects.requireNonNull(name, "name"));
    }

    /**
     * For keys of which the provider does not tell the rights.
     *
     * @return the rights
     */
    public static AccessRights unstated() {
        return UNSTATED;
    }

    /**
     * Tells the way in which the rights are given.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * Gives the grants of limited rights.
     *
     * @return an unmodifiable list; empty for access to nothing, and for other kinds
     */
    public List<Grant> grants() {
        return grants;
    }

    /**
     * Names the policy.
     *
     * @return the policy's name; empty for other kinds
     */
    public Optional<String> policy() {
        return Optional.ofNullable(policy);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AccessRights that
                && kind == that.kind
                && grants.equals(that.grants)
                && Objects.equals(policy, that.policy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, grants, policy);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case FULL -> "full";
            case LIMITED -> grants.isEmpty() ? "nothing" : "limited to " + grants.size() + " buckets";
            case POLICY -> "policy " + policy;
            case UNSTATED -> "unstated";
        };
    }
}
