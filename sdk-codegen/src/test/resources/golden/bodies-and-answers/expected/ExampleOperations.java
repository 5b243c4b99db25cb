// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.retry.Repeatability;
import example.api.model.Thing;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of the document "Example", as data. */
public final class ExampleOperations {

    /** {@code GET /things} */
    public static final Operation<List<Thing>> LIST_THINGS =
            Operation.<List<Thing>>builder("example", "listThings", HttpMethod.GET, "/things")
                    .repeatability(Repeatability.READ)
                    .page(nested -> nested.readList(Thing.CODEC))
                    .build();

    /** {@code POST /things} */
    public static final Operation<Thing> MAKE_THING =
            Operation.<Thing>builder("example", "makeThing", HttpMethod.POST, "/things")
                    .repeatability(Repeatability.ONCE)
                    .answer(Thing.CODEC)
                    .reconciliation("Look whether it is there.")
                    .build();

    /** {@code POST /things/refresh} */
    public static final Operation<@Nullable Void> REFRESH_THINGS =
            Operation.<@Nullable Void>builder("example", "refreshThings", HttpMethod.POST, "/things/refresh")
                    .repeatability(Repeatability.IDEMPOTENT)
                    .build();

    /** {@code DELETE /things/refresh} */
    public static final Operation<@Nullable Void> DROP_THINGS =
            Operation.<@Nullable Void>builder("example", "dropThings", HttpMethod.DELETE, "/things/refresh")
                    .repeatability(Repeatability.DELETE)
                    .answerIsAnyObject()
                    .build();

    /** {@code PUT /things/raw} */
    public static final Operation<JsonValue> PUT_RAW =
            Operation.<JsonValue>builder("example", "putRaw", HttpMethod.PUT, "/things/raw")
                    .repeatability(Repeatability.IDEMPOTENT)
                    .answer(JsonReader::readValue)
                    .build();

    /** The provider: its address, how to authenticate, its limits and its operations. */
    public static final ProviderDescription DESCRIPTION = ProviderDescription.builder("example", "Example")
            .operations(
                    LIST_THINGS,
                    MAKE_THING,
                    REFRESH_THINGS,
                    DROP_THINGS,
                    PUT_RAW)
            .build();

    private ExampleOperations() {}
}
