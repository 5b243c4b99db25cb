package example.api;

import dev.accesskeys.operation.WireValue;

/** A filter, as a provider's module has it. */
public final class ThingFilter implements WireValue {

    /** Makes a filter. */
    public ThingFilter() {}

    @Override
    public String wireValue() {
        return "all";
    }
}
