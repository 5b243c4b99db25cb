package dev.accesskeys.testing.nscale;

/** How far the provisioning of something has come. */
public enum NscaleStatus {
    /** It was asked for a moment ago: a get does not find it, nor does a list. */
    NOT_FOUND_YET(""),
    /** It is being set up. */
    PROVISIONING("provisioning"),
    /** It works. */
    PROVISIONED("provisioned"),
    /** Setting it up, or taking it down, has failed. */
    ERROR("error"),
    /** It is being taken down. */
    DEPROVISIONING("deprovisioning"),
    /** It is gone. */
    GONE("");

    private final String wire;

    NscaleStatus(String wire) {
        this.wire = wire;
    }

    boolean isShown() {
        return !wire.isEmpty();
    }

    String wire() {
        return wire;
    }
}
