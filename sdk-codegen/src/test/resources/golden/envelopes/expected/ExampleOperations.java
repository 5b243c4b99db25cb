// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.operation.Envelope;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.retry.Repeatability;
import example.api.model.Thing;

/** The operations of the document "Example", as data. */
public final class ExampleOperations {

    /** {@code GET /things/current} */
    public static final Operation<Thing> GET_THING =
            Operation.<Thing>builder("example", "getThing", HttpMethod.GET, "/things/current")
                    .repeatability(Repeatability.READ)
                    .envelope(new ExampleEnvelope())
                    .answer(Thing.CODEC)
                    .build();

    /** {@code GET /things/other} */
    public static final Operation<Thing> GET_OTHER =
            Operation.<Thing>builder("example", "getOther", HttpMethod.GET, "/things/other")
                    .repeatability(Repeatability.READ)
                    .envelope(Envelope.member("data"))
                    .answer(Thing.CODEC)
                    .build();

    /** {@code GET /things/plain} */
    public static final Operation<Thing> GET_PLAIN =
            Operation.<Thing>builder("example", "getPlain", HttpMethod.GET, "/things/plain")
                    .repeatability(Repeatability.READ)
                    .envelope(new ExampleEnvelope())
                    .answer(Thing.CODEC)
                    .build();

    /** The provider: its address, how to authenticate, its limits and its operations. */
    public static final ProviderDescription DESCRIPTION = ProviderDescription.builder("example", "Example")
            .operations(
                    GET_THING,
                    GET_OTHER,
                    GET_PLAIN)
            .build();

    private ExampleOperations() {}
}
