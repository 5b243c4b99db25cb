package dev.accesskeys.cloudflare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.accesskeys.cloudflare.model.SigningKeySchedule;
import dev.accesskeys.cloudflare.model.UpdateSigningKeysRequest;
import dev.accesskeys.json.JsonCodec;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.json.JsonWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ModelsTest {

    @Test
    void aScheduleGoesToJsonAndBackWithWhatItDoesNotKnow() {
        String json = "{\"days_until_next_rotation\":1,\"key_rotation_interval_days\":30.5,"
                + "\"last_key_rotation_at\":\"2014-01-01T05:20:00.123450Z\",\"new_member\":{\"a\":[1]}}";

        SigningKeySchedule schedule = read(SigningKeySchedule.CODEC, json);

        assertThat(schedule.unknownMembers()).containsOnlyKeys("new_member");
        assertThat(JsonValue.parse(write(SigningKeySchedule.CODEC, schedule)))
                .isEqualTo(JsonValue.parse(json.getBytes(StandardCharsets.UTF_8)));
        assertThat(read(
                        SigningKeySchedule.CODEC,
                        new String(write(SigningKeySchedule.CODEC, schedule), StandardCharsets.UTF_8)))
                .isEqualTo(schedule)
                .hasSameHashCodeAs(schedule);
    }

    @Test
    void aScheduleCanBeBuiltForTests() {
        SigningKeySchedule schedule = SigningKeySchedule.builder()
                .daysUntilNextRotation(BigDecimal.ONE)
                .lastKeyRotationAt(Instant.EPOCH)
                .build();

        assertThat(schedule.toBuilder().build()).isEqualTo(schedule);
        assertThat(schedule.toBuilder().daysUntilNextRotation(null).build().daysUntilNextRotation())
                .isEmpty();
        assertThat(schedule.toString()).contains("1970-01-01T00:00:00Z");
    }

    @Test
    void theIntervalIsSentAsAWholeNumber() {
        UpdateSigningKeysRequest request =
                UpdateSigningKeysRequest.builder().keyRotationIntervalDays(30).build();

        assertThat(new String(write(UpdateSigningKeysRequest.CODEC, request), StandardCharsets.UTF_8))
                .isEqualTo("{\"key_rotation_interval_days\":30}");
    }

    private static <T> T read(JsonCodec<T> codec, String json) {
        try (JsonReader in = JsonReader.of(json.getBytes(StandardCharsets.UTF_8), JsonLimits.DEFAULT)) {
            return codec.read(in);
        }
    }

    private static <T> byte[] write(JsonCodec<T> codec, T value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return out.toByteArray();
    }
}
