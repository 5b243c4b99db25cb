package dev.accesskeys.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.accesskeys.error.ValidationException;
import dev.accesskeys.http.HttpMethod;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arguments arrive at the provider as they were given, or are refused. */
class InvocationTest {

    private static final Operation<Void> OPERATION = Operation.<Void>builder(
                    "testcloud", "find", HttpMethod.GET, "/a/{id}/b/{other}")
            .build();

    @Property(tries = 500)
    void anyTextTravelsAsOneSegmentOfThePath(@ForAll String text) {
        Assume.that(isWhole(text) && !text.isEmpty() && !text.equals(".") && !text.equals(".."));
        Assume.that(text.chars().noneMatch(Character::isISOControl));

        String path = invocation().path("id", text).path("other", 1).pathAndQuery();

        URI uri = URI.create("https://api.example.com" + path);
        assertThat(uri.getRawQuery()).isNull();
        assertThat(uri.getRawFragment()).isNull();
        assertThat(uri.getRawPath().split("/", -1)).hasSize(5);
        assertThat(decoded(uri.getRawPath().split("/", -1)[2])).isEqualTo(text);
    }

    @Property(tries = 500)
    void anyTextTravelsInTheQuery(@ForAll String name, @ForAll String value) {
        Assume.that(isWhole(name) && isWhole(value) && !name.isEmpty());

        String path = invocation()
                .path("id", 1)
                .path("other", 2)
                .query(name, value)
                .query("last", "x")
                .pathAndQuery();

        String[] parameters =
                URI.create("https://api.example.com" + path).getRawQuery().split("&", -1);
        assertThat(parameters).hasSize(2);
        String[] pair = parameters[0].split("=", -1);
        assertThat(pair).hasSize(2);
        assertThat(decoded(pair[0])).isEqualTo(name);
        assertThat(decoded(pair[1])).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a\u0000b", "a\nb", "a\u0085b"})
    void aSegmentThatWouldChangeThePathIsRefused(String text) {
        ValidationException thrown = catchThrowableOfType(
                ValidationException.class, () -> invocation().path("id", text));

        assertThat(thrown.field()).isEqualTo("id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../..", "a/b", "a?b", "a#b", "%2e%2e", "a;b", "a\\b", "a b", "{other}"})
    void aSegmentThatLooksLikeAPathStaysOneSegment(String text) {
        String path = invocation().path("id", text).path("other", 2).pathAndQuery();

        assertThat(path).startsWith("/a/").endsWith("/b/2");
        assertThat(path.split("/", -1)).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udfffb"})
    void halfACharacterIsRefused(String text) {
        assertThatThrownBy(() -> invocation().path("id", text))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("surrogate");
        assertThatThrownBy(() -> invocation()
                        .path("id", 1)
                        .path("other", 1)
                        .query("q", text)
                        .pathAndQuery())
                .isInstanceOf(ValidationException.class);
    }

    /** Found half-way through a call it would be a JSON library's own exception. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud800", "a\udfffb"})
    void halfACharacterInABodyIsRefused(String text) {
        ValidationException thrown = catchThrowableOfType(
                ValidationException.class,
                () -> invocation()
                        .body(
                                (out, value) -> out.beginObject()
                                        .name("label")
                                        .value(value)
                                        .endObject(),
                                text));

        assertThat(thrown.field()).isEqualTo("label");
    }

    @ParameterizedTest
    @ValueSource(strings = {"canary\r\nX-Injected: 1", "canary\u00e9", "canary\u007f", "canary\t"})
    void aHeaderThatCannotBeSentIsRefusedWithoutQuotingIt(String value) {
        ValidationException thrown = catchThrowableOfType(
                ValidationException.class, () -> invocation().header("X-Filter", value));

        assertThat(thrown).hasMessageContaining("X-Filter").hasMessageNotContaining("canary");
    }

    @Test
    void aHeaderIsReplacedAndNullIsNotSent() {
        Invocation<Void> invocation =
                invocation().header("X-Filter", "a").header("x-filter", "b").header("X-Other", null);

        assertThat(invocation.headers().all("X-Filter")).containsExactly("b");
        assertThat(invocation.headers().names()).doesNotContain("X-Other");
    }

    @Test
    void aQueryParameterIsRepeatedReplacedOrLeftOut() {
        Invocation<Void> complete = invocation().path("id", 1).path("other", 2);

        assertThat(complete.query("a", 1).query("a", 2).query("n", null).pathAndQuery())
                .isEqualTo("/a/1/b/2?a=1&a=2");
        assertThat(complete.query("a", 1).query("a", 2).replaceQuery("a", 3).pathAndQuery())
                .isEqualTo("/a/1/b/2?a=3");
        assertThat(complete.pathAndQuery()).isEqualTo("/a/1/b/2");
    }

    @Test
    void aForgottenParameterIsTheCallersMistake() {
        assertThatThrownBy(() -> invocation().path("id", 1).pathAndQuery())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{other}");
        assertThatThrownBy(() -> invocation().path("typo", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInvocationDoesNotPrintItsArguments() {
        Invocation<Void> invocation = invocation().path("id", "canary").query("q", "canary");

        assertThat(invocation).hasToString("testcloud find");
    }

    private static Invocation<Void> invocation() {
        return Invocation.of(OPERATION);
    }

    private static boolean isWhole(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
