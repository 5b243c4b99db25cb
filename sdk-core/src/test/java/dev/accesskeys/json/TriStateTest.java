package dev.accesskeys.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;

class TriStateTest {

    @Test
    void leavesAnAbsentMemberOut() {
        assertThat(written(TriState.absent())).isEqualTo("{}");
        assertThat(TriState.absent().isAbsent()).isTrue();
        assertThat(TriState.absent().isNull()).isFalse();
    }

    @Test
    void writesNull() {
        assertThat(written(TriState.ofNull())).isEqualTo("{\"note\":null}");
        assertThat(TriState.ofNull().isAbsent()).isFalse();
        assertThat(TriState.ofNull().isNull()).isTrue();
        assertThat(TriState.ofNull().value()).isEmpty();
    }

    @Test
    void writesAValue() {
        assertThat(written(TriState.of("a"))).isEqualTo("{\"note\":\"a\"}");
        assertThat(TriState.of("a").value()).contains("a");
    }

    @Test
    void comparesStateAndValue() {
        EqualsVerifier.forClass(TriState.class).verify();
    }

    private static String written(TriState<String> state) {
        JsonWriter out = new JsonWriter().beginObject();
        state.write(out, "note", JsonWriter::value);
        return new String(out.endObject().toByteArray(), StandardCharsets.UTF_8);
    }
}
