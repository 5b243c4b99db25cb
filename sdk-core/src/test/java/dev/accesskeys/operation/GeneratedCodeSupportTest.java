package dev.accesskeys.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.http.HttpMethod;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What generated code asks of the core besides the usual. */
class GeneratedCodeSupportTest {

    private static final Operation<@Nullable Void> DROP = Operation.<@Nullable Void>builder(
                    "example", "drop", HttpMethod.DELETE, "/things")
            .answerIsAnyObject()
            .build();

    @Test
    void readsNothingOfAnObjectButRequiresOne() {
        assertThat(DROP.answersWithBody()).isTrue();
        assertThat(DROP.read(reader("{\"a\":[1],\"b\":{}}"))).isNull();
        assertThatThrownBy(() -> DROP.read(reader("\"gone\""))).isInstanceOf(DecodingException.class);
    }

    @Test
    void sendsAQueryParameterOnceForEachValue() {
        Invocation<?> invocation =
                Invocation.of(DROP).queryEach("tag", List.of("a b", 1)).queryEach("none", List.of());

        assertThat(invocation.pathAndQuery()).isEqualTo("/things?tag=a%20b&tag=1");
    }

    @Test
    void saysWhichChoicesThereAre() {
        assertThat(Constraints.chosen("access", "all", "all()")).isEqualTo("all");
        assertThatThrownBy(() -> Constraints.chosen("access", null, "all()", "none()"))
                .isInstanceOf(ValidationException.class)
                .hasMessageContaining("access must be chosen: all(), none(); given: nothing");
    }

    @Test
    void holdsDecimalNumbersAgainstBounds() {
        assertThat(Constraints.range("days", new BigDecimal("365.0"), 21, 365)).isEqualTo(new BigDecimal("365.0"));
        assertThat(Constraints.range("days", BigDecimal.ONE, Long.MIN_VALUE, Long.MAX_VALUE))
                .isEqualTo(BigDecimal.ONE);
        assertThatThrownBy(() -> Constraints.range("days", new BigDecimal("365.1"), 21, 365))
                .hasMessageContaining("days must be from 21 to 365; given: 365.1");
        assertThatThrownBy(() -> Constraints.range("days", new BigDecimal("20.9"), 21, Long.MAX_VALUE))
                .hasMessageContaining("days must be at least 21; given: 20.9");
    }

    @Test
    void requiresMembersThatWereNotRead() {
        JsonReader in = reader("{}");
        in.beginObject();
        in.nextMember();

        in.require("id", 1L);
        assertThatThrownBy(() -> in.require("label", null))
                .isInstanceOf(DecodingException.class)
                .hasMessageContaining("label");
    }

    private static JsonReader reader(String json) {
        return JsonReader.of(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT);
    }
}
