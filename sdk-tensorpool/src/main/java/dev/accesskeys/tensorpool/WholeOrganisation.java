package dev.accesskeys.tensorpool;

import dev.accesskeys.operation.Constraints;
import org.jspecify.annotations.Nullable;

/**
 * The caller's word that a change may hit everyone in an organisation: {@code WholeOrganisation.named("org-42")}. It is compared
 * with the organisation of the current credentials before anything is changed.
 */
public final class WholeOrganisation {

    private final String id;

    private WholeOrganisation(String id) {
        this.id = id;
    }

    /**
     * Confirms by naming the organisation.
     *
     * @param orgId its id, as {@code org_id} of the credentials tells it
     * @return the confirmation
     * @throws dev.accesskeys.error.ValidationException if the id is blank
     */
    public static WholeOrganisation named(String orgId) {
        return new WholeOrganisation(Constraints.notBlank("confirmation", orgId));
    }

    /**
     * Gives the organisation that was named.
     *
     * @return its id
     */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WholeOrganisation that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "WholeOrganisation[" + id + "]";
    }
}
