package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.operation.Envelope.FailureReportedException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CloudflareEnvelopeTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":true,\"result\":{\"key_rotation_interval_days\":30}}",
                "{\"result\":{\"key_rotation_interval_days\":30},\"errors\":[],\"messages\":[],\"success\":true}",
                "{\"key_rotation_interval_days\":30,\"success\":true}",
                "{\"key_rotation_interval_days\":30,\"success\":true,\"result\":null}",
                "{\"key_rotation_interval_days\":30,\"success\":true,\"result\":{}}",
                "{\"key_rotation_interval_days\":31,\"success\":true,\"result\":{\"key_rotation_interval_days\":30}}",
                "{\"success\":true,\"result\":{\"key_rotation_interval_days\":30},\"key_rotation_interval_days\":31}"
            })
    void thePayloadIsReadInsideTheResultAndBesideItAndInsideWins(String answer) {
        assertThat(unwrap(answer).keyRotationIntervalDays()).contains(BigDecimal.valueOf(30));
    }

    @Test
    void membersInBothPlacesAreReadTogether() {
        SigningKeySchedule schedule =
                unwrap("{\"success\":true,\"last_key_rotation_at\":\"2014-01-01T05:20:00.12345Z\","
                        + "\"result\":{\"days_until_next_rotation\":1.5}}");

        assertThat(schedule.lastKeyRotationAt()).contains(Instant.parse("2014-01-01T05:20:00.123450Z"));
        assertThat(schedule.daysUntilNextRotation()).contains(new BigDecimal("1.5"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"success\":false}",
                "{\"success\":false,\"errors\":[{\"code\":1000,\"message\":\"m\"}],\"result\":null}",
                "{\"result\":{\"key_rotation_interval_days\":30},\"success\":false}",
                "{\"result\":[],\"success\":false}",
                "{\"result\":\"\",\"success\":false}"
            })
    void withoutSuccessItIsAFailure(String answer) {
        assertThatThrownBy(() -> unwrap(answer)).isInstanceOf(FailureReportedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{\"result\":{}}",
                "{\"success\":1,\"result\":{}}",
                "{\"success\":null,\"result\":{}}",
                "{\"success\":true,\"result\":[]}",
                "{\"success\":true,\"result\":\"rotated\"}",
                "{\"success\":true,\"result\":{\"key_rotation_interval_days\":\"30\"}}"
            })
    void anythingElseIsNoAnswer(String answer) {
        assertThatThrownBy(() -> unwrap(answer)).isInstanceOf(DecodingException.class);
    }

    private static SigningKeySchedule unwrap(String answer) {
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        try (JsonReader in = JsonReader.of(bytes, JsonLimits.DEFAULT)) {
            SigningKeySchedule schedule = new CloudflareEnvelope().unwrap(in, SigningKeySchedule.CODEC);
            in.end();
            return schedule;
        }
    }
}
