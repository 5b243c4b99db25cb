package dev.accesskeys.call;

import static dev.accesskeys.testprovider.Kind.READ;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.ApiException;
import dev.accesskeys.error.ErrorDetail;
import dev.accesskeys.testprovider.CallStyle;
import dev.accesskeys.testprovider.Clients;
import dev.accesskeys.testprovider.RawServer;
import dev.accesskeys.testprovider.Reply;
import dev.accesskeys.testprovider.TestClient;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the body of an error is, the error is told, and nothing that must not be seen. */
class ErrorBodyTest {

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void reasonsFieldsAndRequestIdAreTaken(CallStyle style) {
        ApiException thrown = thrown(
                style,
                Reply.json(
                        422,
                        "{\"errors\":[{\"reason\":\"too short\",\"field\":\"name\"},{\"reason\":\"too odd\",\"field\":null}]}",
                        "X-Request-Id: req-1234"));

        assertThat(thrown.details())
                .containsExactly(new ErrorDetail(null, "too short", "name"), ErrorDetail.of("too odd"));
        assertThat(thrown.requestId()).contains("req-1234");
        assertThat(thrown)
                .hasMessageContaining("too short")
                .hasMessageContaining("name")
                .hasMessageContaining("req-1234");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aPageOfAProxyIsQuotedAtItsBeginning(CallStyle style) {
        String page = "<html>\r\n<h1>502 Bad Gateway</h1>\u0000\u202E" + "<p>x</p>".repeat(500) + "</html>";

        ApiException thrown = thrown(style, Reply.answer(404, "text/html", page));

        assertThat(thrown.details()).isEmpty();
        assertThat(thrown.excerpt())
                .startsWith("<html> <h1>502 Bad Gateway</h1>")
                .hasSizeLessThanOrEqualTo(301)
                .doesNotContain("\n", "\r", "\u0000", "\u202E");
        assertThat(thrown.getMessage()).hasSizeLessThan(600);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void anEmptyBodyIsNoProblem(CallStyle style) {
        ApiException thrown = thrown(style, Reply.json(404, ""));

        assertThat(thrown.excerpt()).isEmpty();
        assertThat(thrown).hasMessageContaining("404").hasMessageContaining("without saying why");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void ofTenMegabytesOnlyTheBeginningIsRead(CallStyle style) {
        ApiException thrown = thrown(style, Reply.answer(404, "text/plain", "no ".repeat(3_500_000)));

        assertThat(thrown.excerpt()).hasSizeLessThanOrEqualTo(301).startsWith("no no");
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aBodyThatIsTooDeepIsNoProblem(CallStyle style) {
        ApiException thrown = thrown(style, Reply.json(404, "[".repeat(5000)));

        assertThat(thrown.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource(CallStyle.class)
    void aClassifierThatThrowsDoesNotHideTheError(CallStyle style) {
        try (RawServer server = RawServer.replying(Reply.status(404, "X-Request-Id: req-9"));
                TestClient client = TestClient.builder(answer -> {
                            throw new IllegalStateException("a mistake in a provider's module");
                        })
                        .baseUrl(server.url())
                        .token(() -> dev.accesskeys.Secret.of("t"))
                        .build()) {

            ApiException thrown = catchThrowableOfType(ApiException.class, () -> style.call(client, READ.invocation()));

            assertThat(thrown).isExactlyInstanceOf(dev.accesskeys.error.NotFoundException.class);
            assertThat(thrown.requestId()).contains("req-9");
        }
    }

    /** A second server would show that somebody followed. */
    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void redirectsAreNotFollowed(int status) {
        for (CallStyle style : CallStyle.values()) {
            try (RawServer elsewhere = RawServer.replying(Reply.thing())) {

                ApiException thrown = thrown(style, Reply.status(status, "Location: " + elsewhere.url() + "/things/7"));

                assertThat(thrown).isExactlyInstanceOf(ApiException.class);
                assertThat(thrown.advice()).contains("base URL");
                assertThat(elsewhere.connections()).isZero();
            }
        }
    }

    private static ApiException thrown(CallStyle style, Reply reply) {
        try (RawServer server = RawServer.replying(reply);
                TestClient client = Clients.of(server).build()) {
            return catchThrowableOfType(ApiException.class, () -> style.call(client, READ.invocation()));
        }
    }
}
