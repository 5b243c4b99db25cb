package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.linode.LinodeFaults;
import dev.accesskeys.testing.linode.LinodeQuirk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One exception class per meaning of a status, whatever the body is. */
class LinodeRefusalsTest {

    private static final int TEN_MEGABYTES = 10 * 1024 * 1024;

    private static final Map<Integer, Class<? extends ApiException>> CLASSES = Map.of(
            400, InvalidRequestException.class,
            401, AuthenticationException.class,
            403, PermissionDeniedException.class,
            404, NotFoundException.class,
            409, ConflictException.class,
            422, InvalidRequestException.class,
            429, RateLimitedException.class,
            500, ServerException.class,
            502, ServerException.class,
            503, ServerException.class);

    static Stream<Arguments> statusesInBothWays() {
        return CLASSES.keySet().stream()
                .sorted()
                .flatMap(status -> Stream.of(Way.values()).map(way -> Arguments.of(status, way)));
    }

    private static Linode withoutRetries() {
        return Linode.inMemory(settings -> settings, builder -> builder.retryPolicy(RetryPolicy.none()));
    }

    private static FakeResponse errors(int status, JsonValue... errors) {
        return FakeResponse.json(status, JsonValue.object(Map.of("errors", JsonValue.array(List.of(errors)))));
    }

    private static JsonValue error(String reason, JsonValue field) {
        return JsonValue.object(Map.of("reason", JsonValue.string(reason), "field", field));
    }

    /** What a failed get of a key comes to. */
    private static ApiException failureOf(Linode linode, Fault fault, int status, Way way) {
        linode.onEvery(Call.GET, fault);
        ApiException[] caught = new ApiException[1];

        assertThatThrownBy(() -> Call.GET.make(linode, way))
                .isExactlyInstanceOf(CLASSES.get(status))
                .isInstanceOfSatisfying(ApiException.class, failure -> caught[0] = failure);

        assertThat(caught[0].status()).isEqualTo(status);
        assertThat(caught[0].applied()).isEqualTo(Applied.NO);
        assertThat(linode.received()).isEqualTo(1);
        return caught[0];
    }

    @ParameterizedTest
    @MethodSource("statusesInBothWays")
    void theProvidersReasonsAndFieldsAreTold(int status, Way way) {
        try (Linode linode = withoutRetries()) {
            Fault fault = Fault.answer(errors(
                    status,
                    error("First reason.", JsonValue.ofNull()),
                    error("Second reason.", JsonValue.string("bucket_access.0.region"))));

            ApiException failure = failureOf(linode, fault, status, way);

            assertThat(failure.details())
                    .extracting(detail -> detail.reason())
                    .containsExactly("First reason.", "Second reason.");
            assertThat(failure.details().get(0).field()).isEmpty();
            assertThat(failure.details().get(1).field()).hasValue("bucket_access.0.region");
            assertThat(failure)
                    .hasMessageStartingWith("linode getObjectStorageKey: the provider answered " + status
                            + ": First reason.; Second reason. (bucket_access.0.region)")
                    .hasMessageContaining("Nothing was changed.");
        }
    }

    @ParameterizedTest
    @MethodSource("statusesInBothWays")
    void aBodyOfHtmlIsShownInPart(int status, Way way) {
        try (Linode linode = withoutRetries()) {
            ApiException failure = failureOf(linode, Fault.html(status), status, way);

            assertThat(failure.details()).isEmpty();
            assertThat(failure.excerpt()).startsWith("<html>").doesNotContain("\n");
            assertThat(failure).hasMessageContaining("the provider answered " + status + ", beginning with: <html>");
        }
    }

    @ParameterizedTest
    @MethodSource("statusesInBothWays")
    void anEmptyBodyIsSaidToBeEmpty(int status, Way way) {
        try (Linode linode = withoutRetries()) {
            ApiException failure = failureOf(linode, Fault.status(status), status, way);

            assertThat(failure.excerpt()).isEmpty();
            assertThat(failure).hasMessageContaining("the provider answered " + status + " without saying why");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 404, 429, 502})
    void aBodyOfTenMegabytesIsNotKept(int status) {
        try (Linode linode = withoutRetries()) {
            ApiException failure = failureOf(linode, Fault.hugeBody(status, TEN_MEGABYTES), status, Way.BLOCKING);

            assertThat(failure.excerpt()).hasSizeLessThanOrEqualTo(301);
            assertThat(failure.getMessage()).hasSizeLessThan(1000);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aBodyOfTenMegabytesOnTheWireIsNotKeptEither(Way way) {
        try (Linode linode = Linode.onServer(builder -> builder.retryPolicy(RetryPolicy.none()))) {
            ApiException failure = failureOf(linode, Fault.hugeBody(502, TEN_MEGABYTES), 502, way);

            assertThat(failure.excerpt()).hasSizeLessThanOrEqualTo(301);
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachInBothWays")
    void aRefusalIsNotRepeatedAndChangesNothing(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(call, LinodeFaults.rejected("label is odd", "label"));

            assertThatThrownBy(() -> call.make(linode, way))
                    .isExactlyInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("label is odd (label). Nothing was changed.");
            assertThat(linode.received()).isEqualTo(1);
            assertThat(linode.fake.ledger().applied()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.accesskeys.linode.Call#eachInBothWays")
    void theProxysBadRequestIsNotRepeatedEither(Call call, Way way) {
        try (Linode linode = Linode.inMemory()) {
            linode.onEvery(call, LinodeFaults.badRequestOfTheProxy());

            assertThatThrownBy(() -> call.make(linode, way))
                    .isExactlyInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("nginx");
            assertThat(linode.received()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aKeyThatIsNotThereIsSaidNotToBeThere(Way way) {
        try (Linode linode = Linode.inMemory()) {
            ObjectStorageKeys keys = linode.keys();
            UpdateObjectStorageKeyRequest update =
                    UpdateObjectStorageKeyRequest.builder().label("x").build();

            for (Runnable call : List.<Runnable>of(
                    () -> way.make(() -> keys.get(42), () -> keys.getAsync(42)),
                    () -> way.make(() -> keys.update(42, update), () -> keys.updateAsync(42, update)),
                    () -> way.run(() -> keys.revoke(42), () -> keys.revokeAsync(42)))) {
                assertThatThrownBy(call::run)
                        .isExactlyInstanceOf(NotFoundException.class)
                        .hasMessageContaining("The specified access key was not found. Nothing was changed.")
                        .hasMessageContaining("Check the id, and that the token belongs to the account");
            }
            assertThat(linode.received()).isEqualTo(3);
        }
    }

    @Test
    void theQuotaIsARefusalOfTheProvider() {
        try (Linode linode = Linode.inMemory(settings -> settings.keys(100))) {
            assertThatThrownBy(() -> Call.CREATE.make(linode, Way.BLOCKING))
                    .isExactlyInstanceOf(InvalidRequestException.class)
                    .hasMessageContaining("You have reached the limit of 100 Object Storage keys on this account.");
            assertThat(linode.received()).isEqualTo(1);
        }
    }

    @Test
    void aFieldThatIsNullIsNoField() {
        try (Linode linode = Linode.inMemory(settings -> settings.quirks(LinodeQuirk.ERROR_FIELD_NULL))) {
            assertThatThrownBy(() -> linode.keys().get(42))
                    .isInstanceOfSatisfying(
                            NotFoundException.class,
                            failure ->
                                    assertThat(failure.details().get(0).field()).isEmpty());
        }
    }

    static Stream<String> strangeBodies() {
        return Stream.of(
                "{}",
                "[]",
                "null",
                "\"oops\"",
                "{\"errors\":null}",
                "{\"errors\":{}}",
                "{\"errors\":[]}",
                "{\"errors\":[null, 7, \"x\", [], {}]}",
                "{\"errors\":[{\"reason\":7}]}",
                "{\"errors\":[{\"reason\":null,\"field\":{}}]}",
                "{\"errors\":[{\"reas",
                "\u0000\u0001",
                "[".repeat(5000));
    }

    @ParameterizedTest
    @MethodSource("strangeBodies")
    void aStrangeBodyDoesNotHideTheStatus(String body) {
        try (Linode linode = withoutRetries()) {
            Fault fault = Fault.answer(FakeResponse.of(409, "application/json", body));

            ApiException failure = failureOf(linode, fault, 409, Way.BLOCKING);

            assertThat(failure.details()).isEmpty();
            assertThat(failure.getMessage()).doesNotContain("\u0000").hasSizeLessThan(1000);
        }
    }

    @Test
    void secretsInTheBodyOfAnErrorAreMasked() {
        try (Linode linode = withoutRetries()) {
            String secret = "q7dD5o2kLqZ0tVhX9yWc3bN8mPsRfJgAeUiK1xYz";
            String body = "{\"errors\":[{\"reason\":\"token " + linode.fake.token() + " is bad\",\"field\":\""
                    + linode.fake.token() + "\"}],\"secret_key\":\"" + secret + "\"}";

            ApiException failure =
                    failureOf(linode, Fault.answer(FakeResponse.of(400, "application/json", body)), 400, Way.BLOCKING);

            assertThat(failure.details().get(0).reason()).isEqualTo("token [redacted] is bad");
            assertThat(failure.getMessage() + failure.excerpt() + failure.details() + failure)
                    .doesNotContain(linode.fake.token())
                    .doesNotContain(secret);
        }
    }

    @Test
    void aReasonOfManyPagesIsCutToSize() {
        try (Linode linode = withoutRetries()) {
            byte[] body =
                    ("{\"errors\":[{\"reason\":\"" + "long ".repeat(10_000) + "\"}]}").getBytes(StandardCharsets.UTF_8);

            ApiException failure =
                    failureOf(linode, Fault.answer(FakeResponse.of(400).withBody(body)), 400, Way.BLOCKING);

            assertThat(failure.getMessage()).contains("long long").hasSizeLessThan(1000);
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        try (Linode linode = Linode.onServer(builder -> builder)) {
            Fault elsewhere = Fault.answer(
                    FakeResponse.of(307).withHeader("Location", linode.fake.baseUrl() + "/object-storage/endpoints"));
            linode.onEvery(Call.CREATE, elsewhere);

            assertThatThrownBy(() -> Call.CREATE.make(linode, Way.BLOCKING))
                    .isExactlyInstanceOf(ApiException.class)
                    .hasMessageContaining("Redirects are never followed: check the base URL.");
            assertThat(linode.received()).isEqualTo(1);
        }
    }
}
