// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.retry.Repeatability;
import example.api.model.Thing;

/** The operations of the document "Example", as data. */
public final class ExampleOperations {

    /** {@code POST /things} */
    public static final Operation<Thing> MAKE_THING =
            Operation.<Thing>builder("example", "makeThing", HttpMethod.POST, "/things")
                    .repeatability(Repeatability.ONCE)
                    .answer(Thing.CODEC)
                    .secretMembers("secret", "token")
                    .secretPlaceholders("[REDACTED]", "****")
                    .identifierMembers("id", "accessKeyId")
                    .carriesSecret(
                            answer -> answer.spec().keys().flatMap(thingSpecKeys -> thingSpecKeys.secret()).isPresent())
                    .reconciliation("Look whether it is there.")
                    .build();

    /** The provider: its address, how to authenticate, its limits and its operations. */
    public static final ProviderDescription DESCRIPTION = ProviderDescription.builder("example", "Example")
            .operations(MAKE_THING)
            .build();

    private ExampleOperations() {}
}
