package dev.accesskeys.testing.linode;

import java.util.List;
import java.util.Objects;

/**
 * A key as it is in the account, without its secret: {@link LinodeAccount#secretOf} gives that.
 *
 * @param id the provider's id
 * @param label the label
 * @param accessKey the access key id
 * @param limited whether it is limited to its grants
 * @param grants what a limited key may do; empty for an unlimited one
 * @param regions the endpoints where it is valid, in the order of the catalogue; a region may be there twice
 */
public record LinodeKey(
        long id,
        String label,
        String accessKey,
        boolean limited,
        List<LinodeGrant> grants,
        List<LinodeEndpoint> regions) {

    /**
     * Copies the lists.
     *
     * @param id the provider's id
     * @param label the label
     * @param accessKey the access key id
     * @param limited whether it is limited to its grants
     * @param grants what a limited key may do; empty for an unlimited one
     * @param regions the endpoints where it is valid, in the order of the catalogue; a region may be there twice
     * @throws NullPointerException if a part is null
     */
    public LinodeKey {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(accessKey, "accessKey");
        grants = List.copyOf(grants);
        regions = List.copyOf(regions);
    }

    LinodeKey with(String otherLabel, List<LinodeEndpoint> otherRegions) {
        return new LinodeKey(id, otherLabel, accessKey, limited, grants, otherRegions);
    }
}
