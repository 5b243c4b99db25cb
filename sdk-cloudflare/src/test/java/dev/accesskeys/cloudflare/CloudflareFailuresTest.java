package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.cloudflare.CloudflareFaults;
import dev.accesskeys.testing.cloudflare.CloudflareQuirk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudflareFailuresTest {

    @ParameterizedTest
    @CsvSource({"200, 10000", "400, 6003", "400, 6103", "401, 10001", "403, 9109", "403, 10000", "500, 10000"})
    void aCodeOfAuthenticationMeansThatWhateverTheStatus(int status, int code) {
        Fixture fixture = Fixture.create();

        ApiException failure = failing(fixture, CloudflareFaults.refused(status, code, "no"));

        assertThat(failure).isInstanceOf(AuthenticationException.class);
        assertThat(failure.status()).isEqualTo(status);
        assertThat(failure.details())
                .extracting(detail -> detail.code().orElseThrow())
                .containsExactly("" + code);
        assertThat(fixture.gets()).isEqualTo(1);
    }

    @Test
    void theRealCauseIsReadOutOfTheChain() {
        ApiException failure = failing(
                Fixture.create(),
                CloudflareFaults.refusedBecause(400, 1000, 6103, "Invalid format for X-Auth-Key header"));

        assertThat(failure).isInstanceOf(AuthenticationException.class);
        assertThat(failure.details())
                .extracting(ErrorDetail::toString)
                .containsExactly("1000 Invalid request headers", "6103 Invalid format for X-Auth-Key header");
        assertThat(failure).hasMessageContaining("6103 Invalid format for X-Auth-Key header");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 500})
    void thatAccessIsNotEnabledHasAClassOfItsOwn(int status) {
        ApiException failure = failing(Fixture.create(), CloudflareFaults.refused(status, 12109, "not enabled"));

        assertThat(failure)
                .isInstanceOf(AccessNotEnabledException.class)
                .hasMessageContaining("Access is not enabled for this account");
    }

    @Test
    void anAccountWithoutAccessSaysSoOnEveryOperation() {
        Fixture fixture = Fixture.with(fake -> fake.accessNotEnabled());

        assertThat(catchThrowableOfType(AccessNotEnabledException.class, () -> fixture.keys.get(fixture.account)))
                .isNotNull();
        assertThat(catchThrowableOfType(AccessNotEnabledException.class, () -> fixture.keys.rotate(fixture.account)))
                .isNotNull();
        assertThat(fixture.rotations()).isZero();
    }

    @Test
    void thatNoSuchRouteExistsIsNotFound() {
        assertThat(failing(Fixture.create(), CloudflareFaults.refused(400, 7003, "Could not route")))
                .isInstanceOf(NotFoundException.class);
    }

    @Test
    void otherCodesHaveTheMeaningOfTheStatus() {
        assertThat(failing(Fixture.create(), CloudflareFaults.refused(400, 12130, "no")))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(failing(Fixture.create(), CloudflareFaults.refused(403, 12130, "no")))
                .isInstanceOf(PermissionDeniedException.class);
        assertThat(failing(Fixture.create(), CloudflareFaults.refused(200, 12130, "no")))
                .isExactlyInstanceOf(ApiException.class)
                .hasMessageContaining("in spite of its status");
    }

    @Test
    void thePointerNamesTheField() {
        FakeResponse answer = FakeResponse.of(
                400,
                "application/json",
                "{\"success\":false,\"errors\":[{\"code\":\"1004\",\"message\":\"bad\",\"documentation_url\":\"https://x\","
                        + "\"source\":{\"pointer\":\"/key_rotation_interval_days\"}},{\"message\":\"no code\"},7,\"text\"]}");

        ApiException failure = failing(Fixture.create(), Fault.answer(answer));

        assertThat(failure.details())
                .containsExactly(
                        new ErrorDetail("1004", "bad", "/key_rotation_interval_days"), ErrorDetail.of("no code"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>oops</html>",
                "[]",
                "\"text\"",
                "{\"errors\":null}",
                "{\"errors\":{}}",
                "{\"success\":false}",
                "{\"errors\":[{\"code\":10000,\"error_chain\":7,\"source\":[]}]}",
                "not json"
            })
    void errorBodiesOfAnyShapeAreSurvived(String body) {
        ApiException failure = failing(Fixture.create(), Fault.answer(FakeResponse.of(418, "application/json", body)));

        assertThat(failure.status()).isEqualTo(418);
    }

    @Test
    void aDeepChainAndALongListAreCut() {
        String chain = "{\"code\":1000,\"message\":\"m\",\"error_chain\":[".repeat(15) + "]}".repeat(15);
        String list = "{\"code\":1001,\"message\":\"m\"},".repeat(500) + "{\"code\":1002}";

        ApiException deep = failing(
                Fixture.create(),
                Fault.answer(FakeResponse.of(400, "application/json", "{\"errors\":[" + chain + "]}")));
        ApiException many = failing(
                Fixture.create(),
                Fault.answer(FakeResponse.of(400, "application/json", "{\"errors\":[" + list + "]}")));

        assertThat(deep.details()).hasSizeBetween(1, 20);
        assertThat(many.details()).hasSize(20);
    }

    @Test
    void anHugeErrorBodyIsNotKept() {
        ApiException failure = failing(Fixture.create(), Fault.hugeBody(400, 5_000_000));

        assertThat(failure.getMessage()).hasSizeLessThan(1000);
    }

    @Test
    void aServerErrorOfAReadIsRepeated() {
        Fixture fixture = Fixture.create();
        fixture.fake.faults().onNextCalls(3).of("GET", Fixture.KEYS).order(CloudflareFaults.edgeFailed());

        ServerException failure = catchThrowableOfType(ServerException.class, () -> fixture.keys.get(fixture.account));

        assertThat(failure.status()).isEqualTo(520);
        assertThat(fixture.gets()).isEqualTo(3);
    }

    @Test
    void failuresWithoutMessagesAndResultAreRead() {
        Fixture fixture = Fixture.with(
                fake -> fake.quirks(CloudflareQuirk.SHORT_FAILURES, CloudflareQuirk.FAILURES_WITH_STATUS_200));

        assertThat(catchThrowableOfType(AuthenticationException.class, () -> fixture.keys.get("another")))
                .hasMessageContaining("9109")
                .hasMessageContaining("[request ");
    }

    @Test
    void theTokenIsNowhereInAFailure() {
        Fixture fixture = Fixture.create();
        String token = fixture.fake.apiToken();

        ApiException failure = failing(
                fixture, CloudflareFaults.refused(400, 1004, "you sent Bearer " + token + " and that is wrong"));

        assertThat(failure.toString()).doesNotContain(token);
        assertThat(failure.details().toString()).doesNotContain(token);
        assertThat(failure.excerpt()).doesNotContain(token);
    }

    private static ApiException failing(Fixture fixture, Fault fault) {
        fixture.fake.faults().onEveryCall().of("GET", Fixture.KEYS).order(fault);
        return catchThrowableOfType(
                ApiException.class,
                () -> fixture.keys
                        .with(CallOptions.retryPolicy(RetryPolicy.none()))
                        .get(fixture.account));
    }
}
