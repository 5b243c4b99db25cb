// Generated from document.yaml by sdk-codegen. Do not edit: change the document, or the generator.
package example.api;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.operation.RateLimitRule;
import dev.accesskeys.operation.SecurityScheme;
import dev.accesskeys.retry.Repeatability;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The operations of the document "Example", as data. */
public final class ExampleOperations {

    /** {@code GET /things/{id}} */
    public static final Operation<@Nullable Void> GET_THING =
            Operation.<@Nullable Void>builder("example", "getThing", HttpMethod.GET, "/things/{id}")
                    .repeatability(Repeatability.READ)
                    .security(List.of(List.of("token"), List.of("email", "key")))
                    .rateLimit("reads")
                    .build();

    /** {@code PUT /things/{id}} */
    public static final Operation<@Nullable Void> TOUCH_THING =
            Operation.<@Nullable Void>builder("example", "touchThing", HttpMethod.PUT, "/things/{id}")
                    .repeatability(Repeatability.IDEMPOTENT)
                    .security(List.of(List.of("key")))
                    .rateLimit("writes")
                    .build();

    /** {@code DELETE /things/{id}} */
    public static final Operation<@Nullable Void> DROP_THING =
            Operation.<@Nullable Void>builder("example", "dropThing", HttpMethod.DELETE, "/things/{id}")
                    .repeatability(Repeatability.DELETE)
                    .build();

    /** The provider: its address, how to authenticate, its limits and its operations. */
    public static final ProviderDescription DESCRIPTION = ProviderDescription.builder("example", "Example")
            .baseUrl("https://api.example.com/v1")
            .securitySchemes(
                    new SecurityScheme("token", "Authorization", "Bearer ", "EXAMPLE_TOKEN"),
                    new SecurityScheme("email", "X-Auth-Email", "", "EXAMPLE_EMAIL"),
                    new SecurityScheme("key", "X-Auth-Key", "", "EXAMPLE_KEY"))
            .security(List.of(List.of("token"), List.of("email", "key")))
            .rateLimits(
                    new RateLimitRule("writes", 60, Duration.parse("PT1M"), 2, 5),
                    new RateLimitRule("reads", 12_000, Duration.parse("PT5M"), Integer.MAX_VALUE))
            .operations(
                    GET_THING,
                    TOUCH_THING,
                    DROP_THING)
            .build();

    private ExampleOperations() {}
}
