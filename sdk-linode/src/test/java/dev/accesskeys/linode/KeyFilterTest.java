package dev.accesskeys.linode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.error.DecodingException;
import org.junit.jupiter.api.Test;

class KeyFilterTest {

    @Test
    void writesLinodesSyntax() {
        assertThat(KeyFilter.label("backup").wireValue()).isEqualTo("{\"label\":\"backup\"}");
        assertThat(KeyFilter.labelContains("back").wireValue()).isEqualTo("{\"label\":{\"+contains\":\"back\"}}");
        assertThat(KeyFilter.allOrderedBy("label").wireValue())
                .isEqualTo("{\"+order_by\":\"label\",\"+order\":\"asc\"}");
    }

    @Test
    void combinesFilters() {
        KeyFilter either = KeyFilter.or(KeyFilter.label("a"), KeyFilter.label("b"));

        assertThat(either.wireValue()).isEqualTo("{\"+or\":[{\"label\":\"a\"},{\"label\":\"b\"}]}");
        assertThat(KeyFilter.and(either, KeyFilter.labelContains("c")).wireValue())
                .isEqualTo("{\"+and\":[" + either.wireValue() + ",{\"label\":{\"+contains\":\"c\"}}]}");
    }

    @Test
    void ordersWhatItTakes() {
        assertThat(KeyFilter.label("a").orderedDescendingBy("id").wireValue())
                .isEqualTo("{\"label\":\"a\",\"+order_by\":\"id\",\"+order\":\"desc\"}");
    }

    @Test
    void staysWithinAscii() {
        assertThat(KeyFilter.label("Schlüssel \"🔑\"\n").wireValue())
                .isEqualTo("{\"label\":\"Schl\\u00fcssel \\\"\\ud83d\\udd11\\\"\\n\"}");
    }

    @Test
    void takesRawJson() {
        assertThat(KeyFilter.raw(" {\"label\": {\"+neq\": \"a\"}} "))
                .isEqualTo(KeyFilter.raw("{\"label\":{\"+neq\":\"a\"}}"));
        assertThatThrownBy(() -> KeyFilter.raw("[]")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KeyFilter.raw("{")).isInstanceOf(DecodingException.class);
    }

    @Test
    void needsAtLeastOneFilterToCombine() {
        assertThatThrownBy(KeyFilter::and).isInstanceOf(IllegalArgumentException.class);
    }
}
