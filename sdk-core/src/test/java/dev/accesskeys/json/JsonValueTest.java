package dev.accesskeys.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import nl.jqno.equalsverifier.EqualsVerifier;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trees of any JSON, with another library as the judge. */
class JsonValueTest {

    private static final JsonMapper JUDGE = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAsTheSame(@ForAll("values") JsonValue value) {
        byte[] document = value.toJson().getBytes(StandardCharsets.UTF_8);

        assertThat(JsonValue.parse(document)).isEqualTo(value);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anotherLibraryReadsTheSame(@ForAll("values") JsonValue value) {
        JsonNode judged = JUDGE.readTree(value.toJson());

        assertThat(sameAs(value, judged)).isTrue();
    }

    @Provide
    Arbitrary<JsonValue> values() {
        Arbitrary<String> texts = Arbitraries.strings()
                .withCharRange('\0', '\uD7FF')
                .withCharRange('\uE000', '\uFFFF')
                .ofMaxLength(12);
        Arbitrary<JsonValue> leaves = Arbitraries.oneOf(
                texts.map(JsonValue::string),
                Arbitraries.bigDecimals()
                        .between(new BigDecimal("-1e30"), new BigDecimal("1e30"))
                        .ofScale(6)
                        .map(JsonValue::number),
                Arbitraries.longs().map(JsonValue::number),
                Arbitraries.of(true, false).map(JsonValue::bool),
                Arbitraries.just(JsonValue.ofNull()));
        return Arbitraries.recursive(
                () -> leaves,
                deeper -> Arbitraries.oneOf(
                        deeper.list().ofMaxSize(4).map(JsonValue::array),
                        Arbitraries.maps(texts, deeper).ofMaxSize(4).map(JsonValue::object)),
                0,
                4);
    }

    private static boolean sameAs(JsonValue ours, JsonNode theirs) {
        return switch (ours.kind()) {
            case OBJECT ->
                theirs.isObject()
                        && theirs.size() == ours.members().size()
                        && ours.members().entrySet().stream()
                                .allMatch(each -> sameAs(each.getValue(), theirs.get(each.getKey())));
            case ARRAY -> {
                List<JsonValue> elements = ours.elements();
                boolean same = theirs.isArray() && theirs.size() == elements.size();
                for (int i = 0; same && i < elements.size(); i++) {
                    same = sameAs(elements.get(i), theirs.get(i));
                }
                yield same;
            }
            case STRING ->
                theirs.isString() && theirs.stringValue().equals(ours.asString().orElseThrow());
            case NUMBER ->
                theirs.isNumber()
                        && theirs.decimalValue().compareTo(ours.asNumber().orElseThrow()) == 0;
            case BOOLEAN ->
                theirs.isBoolean() && theirs.booleanValue() == ours.asBoolean().orElseThrow();
            case NULL -> theirs.isNull();
        };
    }

    @Test
    void aValueGivesOnlyWhatItIs() {
        JsonValue value = JsonValue.parse("{\"a\":null,\"b\":[1],\"c\":\"x\"}".getBytes(StandardCharsets.UTF_8));

        assertThat(value.member("a")).isEmpty();
        assertThat(value.members()).containsKey("a");
        assertThat(value.member("b").orElseThrow().elements()).containsExactly(JsonValue.number(1));
        assertThat(value.member("c").flatMap(JsonValue::asNumber)).isEmpty();
        assertThat(value.asString()).isEmpty();
        assertThat(value.elements()).isEmpty();
    }

    /** Nobody knows what an unknown member holds. */
    @Test
    void aValueIsNotPrinted() {
        JsonValue value = JsonValue.object(Map.of("name", JsonValue.string("canary")));

        assertThat(value.toString()).isEqualTo("OBJECT[name]");
        assertThat(JsonValue.string("canary").toString()).isEqualTo("STRING");
        assertThat(JsonValue.number(new BigDecimal("4711")).toString()).isEqualTo("NUMBER");
        assertThat(JsonValue.array(List.of(value)).toString()).isEqualTo("ARRAY");
    }

    @Test
    void valuesAreEqualByContent() {
        EqualsVerifier.forClass(JsonValue.class)
                .withNonnullFields("kind", "value")
                .verify();
    }

    @Test
    void theWriterMakesOneDocument() {
        JsonWriter out = new JsonWriter();
        out.beginObject()
                .name("t")
                .value(Instant.parse("2024-05-06T07:08:09.120Z"))
                .name("s")
                .value(dev.accesskeys.Secret.of("in clear"))
                .name("n")
                .nullValue()
                .name("d")
                .value(new BigDecimal("30.0"))
                .name("l")
                .list(List.of(true, false), JsonWriter::value)
                .unknown(Map.of("later", JsonValue.ofNull()))
                .endObject();

        assertThat(new String(out.toByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("{\"t\":\"2024-05-06T07:08:09.120Z\",\"s\":\"in clear\",\"n\":null,\"d\":30.0,"
                        + "\"l\":[true,false],\"later\":null}");
    }

    @Test
    void aScanTakesTheMemberNearestToTheRoot() {
        byte[] document = ("{\"list\":[{\"id\":1,\"secret\":\"deep\"}],\"meta\":{\"id\":2},\"id\":3,"
                        + "\"secret\":\"[REDACTED]\",\"cut\":\"")
                .getBytes(StandardCharsets.UTF_8);

        Map<String, String> found =
                MemberScan.find(document, Set.of("id", "secret", "none"), Set.of("[REDACTED]"), JsonLimits.DEFAULT);

        assertThat(found).containsOnly(Map.entry("id", "3"), Map.entry("secret", "deep"));
    }
}
