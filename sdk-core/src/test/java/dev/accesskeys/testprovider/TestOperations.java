package dev.accesskeys.testprovider;

import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.operation.Envelope;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.OperationBuilder;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.operation.RateLimitRule;
import dev.accesskeys.operation.SecurityScheme;
import dev.accesskeys.paging.PageContent;
import dev.accesskeys.paging.Paging;
import dev.accesskeys.retry.Repeatability;
import java.time.Duration;
import java.util.List;

/** What generated code would make of the invented provider's document. */
public final class TestOperations {

    /** A token, or an e-mail address together with a key. */
    static final List<List<String>> SECURITY = List.of(List.of("token"), List.of("email", "key"));

    public static final Operation<Thing> GET = TestOperations.<Thing>operation(
                    "getThing", HttpMethod.GET, "/things/{id}", Repeatability.READ)
            .answer(Thing::read)
            .build();

    public static final Operation<PageContent<Thing>> LIST = TestOperations.<PageContent<Thing>>operation(
                    "listThings", HttpMethod.GET, "/things", Repeatability.READ)
            .page(PageContent.decoder("data", "page", "pages", "results", Thing::read))
            .build();

    public static final Operation<Thing> CREATE = TestOperations.<Thing>operation(
                    "createThing", HttpMethod.POST, "/things", Repeatability.ONCE)
            .answer(Thing::read)
            .secretMembers("secret")
            .secretPlaceholders("[REDACTED]")
            .identifierMembers("id", "name")
            .carriesSecret(thing -> thing.secret() != null)
            .reconciliation("List the things and look for the name.")
            .rateLimit("writes")
            .build();

    /** As generated code with a mistake in it would be. */
    public static final Operation<Thing> CREATE_WITH_BAD_DECODER = TestOperations.<Thing>operation(
                    "createOddThing", HttpMethod.POST, "/odd", Repeatability.ONCE)
            .answer(in -> {
                throw new IllegalArgumentException("quoting " + in.readValue().toJson());
            })
            .secretMembers("secret")
            .build();

    public static final Operation<Thing> UPDATE = TestOperations.<Thing>operation(
                    "updateThing", HttpMethod.PUT, "/things/{id}", Repeatability.IDEMPOTENT)
            .answer(Thing::read)
            .build();

    public static final Operation<Void> DELETE = TestOperations.<Void>operation(
                    "deleteThing", HttpMethod.DELETE, "/things/{id}", Repeatability.DELETE)
            .build();

    /** Like {@link #DELETE}, but the provider answers with an object of which nothing is needed. */
    public static final Operation<Void> DELETE_WITH_OBJECT = TestOperations.<Void>operation(
                    "deleteOldThing", HttpMethod.DELETE, "/old/{id}", Repeatability.DELETE)
            .answerIsAnyObject()
            .build();

    /** Like {@link #DELETE}, but the provider answers with what it has deleted. */
    public static final Operation<Thing> DELETE_WITH_VALUE = TestOperations.<Thing>operation(
                    "takeThing", HttpMethod.DELETE, "/taken/{id}", Repeatability.DELETE)
            .answer(Thing::read)
            .build();

    /** Like {@link #GET}, in an envelope that may report a failure in spite of the status 200. */
    public static final Operation<Thing> WRAPPED = TestOperations.<Thing>operation(
                    "getWrappedThing", HttpMethod.GET, "/wrapped/{id}", Repeatability.READ)
            .envelope(Envelope.member("result"))
            .answer(Thing::read)
            .build();

    public static final Paging PAGING = Paging.numbered("page");

    public static final ProviderDescription PROVIDER = ProviderDescription.builder("testcloud", "Test Cloud")
            .baseUrl("https://api.testcloud.invalid/v1")
            .baseUrlVariable("TESTCLOUD_URL")
            .securitySchemes(
                    new SecurityScheme("token", "Authorization", "Bearer ", "TESTCLOUD_TOKEN"),
                    new SecurityScheme("email", "X-Auth-Email", "", "TESTCLOUD_EMAIL"),
                    new SecurityScheme("key", "X-Auth-Key", "", "TESTCLOUD_KEY"))
            .security(SECURITY)
            .requestIdHeaders("X-Request-Id")
            .rateLimits(new RateLimitRule("writes", 2, Duration.ofSeconds(60), 1))
            .operations(GET, LIST, CREATE, UPDATE, DELETE)
            .build();

    private TestOperations() {}

    private static <T> OperationBuilder<T> operation(
            String id, HttpMethod method, String path, Repeatability repeatability) {
        return Operation.<T>builder("testcloud", id, method, path)
                .security(SECURITY)
                .repeatability(repeatability);
    }
}
