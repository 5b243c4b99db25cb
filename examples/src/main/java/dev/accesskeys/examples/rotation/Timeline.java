package dev.accesskeys.examples.rotation;

import dev.accesskeys.error.DecodingException;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.rotation.audit.RotationEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What has happened, by the audit log: as the rotators wrote it down at the time, dead ones included. */
public final class Timeline {

    private static final Set<RotationEvent.Type> LEFT_OUT = Set.of(
            RotationEvent.Type.STARTED,
            RotationEvent.Type.REQUESTED,
            RotationEvent.Type.ORPHAN_REVOKING,
            RotationEvent.Type.PUBLISHING,
            RotationEvent.Type.REVOKING);

    private final List<Moment> moments;

    /**
     * Something that happened.
     *
     * @param at when
     * @param who the provider whose key it was
     * @param type the kind of event; empty for what is not in the audit log
     * @param what in words
     * @param key which key; may be empty
     */
    public record Moment(Instant at, String who, Optional<RotationEvent.Type> type, String what, String key) {

        /** Whether it is more than that something is about to happen. */
        boolean isTold() {
            return type.filter(LEFT_OUT::contains).isEmpty();
        }

        /** Without the time. */
        @Override
        public String toString() {
            return String.format("%-12s%s%s", who, what, key.isEmpty() ? "" : "  " + key);
        }
    }

    private Timeline(List<Moment> moments) {
        this.moments = moments;
    }

    /** Reads an audit log, and an empty one if it is not there yet. */
    static Timeline of(Path audit) throws IOException {
        List<Moment> moments = new ArrayList<>();
        if (Files.exists(audit)) {
            String text = new String(Files.readAllBytes(audit), StandardCharsets.UTF_8);
            text.lines().map(Timeline::moment).forEach(read -> read.ifPresent(moments::add));
        }
        return new Timeline(moments);
    }

    /** The same, and what somebody else has seen. */
    Timeline with(List<Moment> others) {
        return new Timeline(Stream.concat(moments.stream(), others.stream())
                .sorted(Comparator.comparing(Moment::at))
                .toList());
    }

    /** All of it, in order, without what only says that something is about to happen. */
    public List<Moment> moments() {
        return moments.stream().filter(Moment::isTold).toList();
    }

    /** The providers for which a call has ended with a completed rotation. */
    public Set<String> completed() {
        Set<String> completed = new TreeSet<>();
        moments.stream()
                .filter(moment ->
                        moment.type().filter(RotationEvent.Type.ENDED::equals).isPresent())
                .filter(moment -> moment.what().endsWith("COMPLETED"))
                .forEach(moment -> completed.add(moment.who()));
        return completed;
    }

    /** When a new key last became the current one. */
    Optional<Instant> lastPublished() {
        return moments.stream()
                .filter(moment -> moment.type()
                        .filter(RotationEvent.Type.PUBLISHED::equals)
                        .isPresent())
                .map(Moment::at)
                .max(Comparator.naturalOrder());
    }

    static Moment moment(RotationEvent event) {
        return new Moment(
                event.time(),
                event.target().provider(),
                Optional.of(event.type()),
                words(event.type(), event.accessKeyId().isPresent(), event.detail()),
                event.accessKeyId()
                        .or(() -> event.key().map(Object::toString).map(Timeline::shortened))
                        .orElse(""));
    }

    /** A process that is killed can leave half a line; what it was about to say has not happened then. */
    private static Optional<Moment> moment(String line) {
        try {
            return Optional.of(moment(JsonValue.parse(line.getBytes(StandardCharsets.UTF_8))));
        } catch (DecodingException e) {
            return Optional.empty();
        }
    }

    private static Moment moment(JsonValue event) {
        RotationEvent.Type type = RotationEvent.Type.valueOf(text(event, "type"));
        String accessKeyId = text(event, "access_key_id");
        return new Moment(
                Instant.parse(text(event, "time")),
                text(event, "provider"),
                Optional.of(type),
                words(type, !accessKeyId.isEmpty(), text(event, "detail")),
                accessKeyId.isEmpty() ? shortened(text(event, "key")) : accessKeyId);
    }

    private static String words(RotationEvent.Type type, boolean whole, String detail) {
        return switch (type) {
            case INTENDED -> "a rotation is written down; nothing is sent yet";
            case CREATED -> "the provider has made a new key";
            // Told twice: of the secret, which is kept before the answer is read any further, and of the whole key.
            case STAGED -> whole ? "the new key is in the file, as pending" : "its secret went into the file first";
            case OUTCOME_UNKNOWN -> "NO ANSWER: whether there is a new key is not known";
            case RECONCILED -> "looked for it: " + detail;
            case ORPHAN_FOUND -> "found a key of ours whose secret is lost";
            case ORPHAN_REVOKED -> "revoked it; another one is asked for";
            case VERIFIED -> "new key tried, works";
            case PUBLISHED -> "new key is the current one";
            case REVOKED -> "old key revoked";
            case REVOCATION_PROVEN -> "old key tried, is refused";
            case ENDED -> "the call ends: " + detail.replaceFirst(":.*", "");
            default -> type + (detail.isEmpty() ? "" : ": " + detail);
        };
    }

    /** The last part: nscale's ids begin with that of the endpoint. */
    private static String shortened(String id) {
        return id.substring(id.lastIndexOf('/') + 1);
    }

    private static String text(JsonValue event, String name) {
        return event.member(name).flatMap(JsonValue::asString).orElse("");
    }
}
