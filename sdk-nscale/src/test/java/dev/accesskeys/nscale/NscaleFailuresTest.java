package dev.accesskeys.nscale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AuthenticationException;
import dev.accesskeys.error.ConflictException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.error.InvalidRequestException;
import dev.accesskeys.error.NotFoundException;
import dev.accesskeys.error.PermissionDeniedException;
import dev.accesskeys.testing.FakeResponse;
import dev.accesskeys.testing.Fault;
import dev.accesskeys.testing.nscale.NscaleFaults;
import org.junit.jupiter.api.Test;

class NscaleFailuresTest {

    @Test
    void codeDescriptionAndTraceIdAreRead() {
        ApiException failure = fail(NscaleFaults.rejected(400, "invalid_request", "metadata.name is wrong"));

        assertThat(failure).isInstanceOf(InvalidRequestException.class);
        assertThat(failure.details())
                .containsExactly(new ErrorDetail("invalid_request", "metadata.name is wrong", null));
        assertThat(failure.requestId()).contains("f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0");
        assertThat(failure.applied()).isEqualTo(Applied.NO);
        assertThat(failure).hasMessageContaining("metadata.name is wrong");
    }

    @Test
    void aDescriptionWithoutTraceIdIsEnough() {
        ApiException failure =
                fail(json(404, "{\"error\":\"not_found\",\"error_description\":\"resource not found\"}"));

        assertThat(failure).isInstanceOf(NotFoundException.class).hasMessageContaining("not yet");
        assertThat(failure.requestId()).isEmpty();
    }

    @Test
    void aCodeWithoutDescriptionIsEnough() {
        ApiException failure = fail(json(403, "{\"error\":\"forbidden\"}"));

        assertThat(failure).isInstanceOf(PermissionDeniedException.class);
        assertThat(failure.details()).containsExactly(new ErrorDetail("forbidden", "forbidden", null));
    }

    @Test
    void inUseIsAConflictWhateverItsCase() {
        ApiException failure =
                fail(json(403, "{\"error\":\"forbidden\",\"error_description\":\"The endpoint is In Use by keys\"}"));

        assertThat(failure).isInstanceOf(ConflictException.class);
        assertThat(failure.status()).isEqualTo(403);
    }

    @Test
    void theChallengeOfA401IsShown() {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().renewToken();

            AuthenticationException failure = catchThrowableOfType(
                    AuthenticationException.class,
                    () -> nscale.client().objectStorageAccessKeys().list(nscale.endpointId()));

            assertThat(failure).hasMessageContaining("invalid_token").hasMessageContaining("90 days");
            assertThat(nscale.fake().ledger().entries()).hasSize(1);
        }
    }

    @Test
    void aTokenThatComesBackInAnErrorIsMasked() {
        try (Nscale nscale = Nscale.create()) {
            String token = nscale.fake().token();
            nscale.fake()
                    .faults()
                    .onEveryCall()
                    .order(NscaleFaults.rejected(400, "invalid_request", "bad token " + token));

            ApiException failure = catchThrowableOfType(
                    ApiException.class,
                    () -> nscale.client().objectStorageAccessKeys().list(nscale.endpointId()));

            assertThat(failure.toString() + failure.details() + failure.excerpt())
                    .doesNotContain(token);
        }
    }

    @Test
    void htmlAndEmptyAndHugeBodiesAreErrorsToo() {
        assertThat(fail(Fault.html(403))).isInstanceOf(PermissionDeniedException.class);
        assertThat(fail(Fault.status(404))).isInstanceOf(NotFoundException.class);
        assertThat(fail(json(400, "\"" + "x".repeat(2_000_000) + "\""))).isInstanceOf(InvalidRequestException.class);
        assertThat(fail(json(400, "[1, 2]"))).isInstanceOf(InvalidRequestException.class);
        assertThat(fail(json(422, "{\"error\":7,\"error_description\":null}")))
                .isInstanceOf(InvalidRequestException.class);
    }

    private static Fault json(int status, String body) {
        return Fault.answer(FakeResponse.of(status, "application/json", body));
    }

    private static ApiException fail(Fault fault) {
        try (Nscale nscale = Nscale.create()) {
            nscale.fake().faults().onEveryCall().order(fault);
            return catchThrowableOfType(
                    ApiException.class,
                    () -> nscale.client().objectStorageAccessKeys().get(nscale.endpointId(), nscale.firstKeyId()));
        }
    }
}
