package dev.accesskeys.tensorpool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.error.RateLimitedException;
import dev.accesskeys.error.ServerException;
import dev.accesskeys.retry.RetryPolicy;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.tensorpool.TensorPoolErrorForm;
import dev.accesskeys.testing.tensorpool.TensorPoolFaults;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TensorPoolFailuresTest {

    @ParameterizedTest
    @EnumSource(TensorPoolErrorForm.class)
    void everyFormOfErrorIsRead(TensorPoolErrorForm form) {
        Fixture fixture = Fixture.create();

        ApiException failure = failing(fixture, TensorPoolFaults.refused(422, form, "endpoint is wrong"));

        assertThat(failure).isInstanceOf(InvalidRequestException.class).hasMessageContaining("endpoint is wrong");
        if (form == TensorPoolErrorForm.PROBLEMS) {
            assertThat(failure.details())
                    .containsExactly(new ErrorDetail("value_error", "endpoint is wrong", "body.0"));
        } else if (form != TensorPoolErrorForm.PLAIN_TEXT) {
            assertThat(failure.details()).containsExactly(ErrorDetail.of("endpoint is wrong"));
        }
    }

    @Test
    void theStatusSaysWhatItMeans() {
        Map<Integer, Class<? extends ApiException>> classes = Map.of(
                400, InvalidRequestException.class,
                401, AuthenticationException.class,
                403, PermissionDeniedException.class,
                404, NotFoundException.class,
                409, ConflictException.class,
                429, RateLimitedException.class,
                500, ServerException.class,
                503, ServerException.class,
                302, ApiException.class);
        classes.forEach((status, type) -> assertThat(
                        failing(Fixture.create(), TensorPoolFaults.refused(status, TensorPoolErrorForm.DETAIL, "no")))
                .isExactlyInstanceOf(type));
    }

    @Test
    void aWrongKeyAndAForbiddenOneAreToldApart() {
        Fixture forbidden = Fixture.with(fake -> fake.forbidden());
        Fixture fixture = Fixture.create();
        TensorPoolClient wrong = TensorPoolClient.builder()
                .key("canary-key")
                .transport(fixture.fake.transport())
                .build();

        AuthenticationException refused = catchThrowableOfType(
                AuthenticationException.class, () -> wrong.objectStorage().credentials());

        assertThat(refused).hasMessageContaining("Invalid API key").hasMessageNotContaining("canary");
        assertThat(catchThrowableOfType(PermissionDeniedException.class, () -> forbidden.storage.credentials()))
                .isNotNull();
        assertThat(fixture.fake.ledger().entries()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>oops</html>",
                "[]",
                "7",
                "{\"detail\":null}",
                "{\"detail\":{\"a\":1}}",
                "{\"detail\":[]}",
                "{\"detail\":[7,null,{},\"text\",{\"msg\":7},{\"msg\":\"m\",\"loc\":7},{\"msg\":\"m\",\"loc\":[null,{}]}]}",
                "{\"error\":{\"nested\":true}}",
                "{\"message\":\" \"}"
            })
    void errorBodiesOfAnyShapeAreSurvived(String body) {
        assertThat(failing(Fixture.create(), Fault.answer(FakeResponse.of(418, "application/json", body)))
                        .status())
                .isEqualTo(418);
    }

    @Test
    void severalTextsAreAllToldAndNoneTwice() {
        String body = "{\"detail\":\"one\",\"error\":\"two\",\"message\":\"one\",\"external_message\":\"three\"}";

        ApiException failure = failing(Fixture.create(), Fault.answer(FakeResponse.of(400, "application/json", body)));

        assertThat(failure.details()).extracting(ErrorDetail::reason).containsExactly("one", "two", "three");
    }

    @Test
    void whatWasSentIsNotQuotedOutOfAProblem() {
        String body = "{\"detail\":[{\"loc\":[\"body\",\"x\",1],\"msg\":\"bad\",\"type\":\"t\",\"input\":\"canary\"}]}";

        ApiException failure = failing(Fixture.create(), Fault.answer(FakeResponse.of(422, "application/json", body)));

        assertThat(failure).hasMessageContaining("t bad (body.x.1)").hasMessageNotContaining("canary");
    }

    @Test
    void aHugeErrorBodyAndALongListAreCut() {
        String list = "{\"detail\":[" + "{\"msg\":\"m\"},".repeat(500) + "{\"msg\":\"m\"}]}";

        assertThat(failing(Fixture.create(), Fault.hugeBody(400, 5_000_000)).getMessage())
                .hasSizeLessThan(1000);
        assertThat(failing(Fixture.create(), Fault.answer(FakeResponse.of(400, "application/json", list)))
                        .details())
                .hasSize(20);
    }

    @Test
    void theKeyIsNowhereInAFailure() {
        Fixture fixture = Fixture.create();
        String key = fixture.fake.token();

        ApiException failure =
                failing(fixture, TensorPoolFaults.refused(400, TensorPoolErrorForm.ERROR, "not a key: " + key));

        assertThat(failure.toString()).doesNotContain(key);
        assertThat(failure.excerpt()).doesNotContain(key);
    }

    private static ApiException failing(Fixture fixture, Fault fault) {
        fixture.fake.faults().onEveryCall().of("GET", Fixture.CREDENTIALS).order(fault);
        return catchThrowableOfType(
                ApiException.class,
                () -> fixture.storage
                        .with(CallOptions.retryPolicy(RetryPolicy.none()))
                        .credentials());
    }
}
