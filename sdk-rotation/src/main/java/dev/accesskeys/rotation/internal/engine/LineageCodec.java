package dev.accesskeys.rotation.internal.engine;

import dev.accesskeys.error.PendingChange;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.rotation.KeyReference;
import dev.accesskeys.rotation.RotationOutcome.OldKey;
import dev.accesskeys.rotation.RotationProblem;
import dev.accesskeys.rotation.internal.engine.RotationState.Kind;
import dev.accesskeys.rotation.journal.JournalException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the engine keeps in the journal, as JSON with a line for each member: people read it when something has gone wrong. */
public final class LineageCodec {

    private static final int FORMAT = 1;

    private LineageCodec() {}

    /** Writes it down. */
    public static String write(Lineage lineage) {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        all.put("format", JsonValue.number(FORMAT));
        all.put("state", text(lineage.state().kind().name()));
        if (lineage.halt() != null) {
            Map<String, JsonValue> halt = new LinkedHashMap<>();
            halt.put("problem", text(lineage.halt().problem().name()));
            halt.put("detail", text(lineage.halt().detail()));
            halt.put("at", text(lineage.halt().at().toString()));
            all.put("halt", JsonValue.object(halt));
        }
        lineage.state().rotation().ifPresent(rotation -> all.put("rotation", rotation(rotation)));
        lineage.state().fresh().ifPresent(key -> all.put("new_key", key(key)));
        detail(lineage.state(), all);
        all.put(
                "attempts",
                JsonValue.array(
                        lineage.attempts().stream().map(LineageCodec::attempt).toList()));
        all.put(
                "past",
                JsonValue.array(lineage.past().stream().map(LineageCodec::past).toList()));
        return IndentedJson.of(JsonValue.object(all));
    }

    /**
     * Reads it.
     *
     * @throws JournalException if it is not what {@link #write} writes
     */
    public static Lineage read(String content) {
        Members all;
        try {
            all = new Members(JsonValue.parse(content.getBytes(StandardCharsets.UTF_8)));
            if (all.number("format") != FORMAT) {
                throw new JournalException(
                        "the journal's entry has the format " + all.number("format") + ", and this version knows "
                                + FORMAT,
                        "Use the version that wrote it, or a newer one.",
                        null);
            }
            return lineage(all);
        } catch (JournalException e) {
            throw e;
        } catch (RuntimeException e) {
            // The cause may quote the content, which is not secret, but may be anything by now.
            throw new JournalException(
                    "the journal's entry is not readable (" + e.getClass().getSimpleName() + ")",
                    "Restore it from a copy, or see docs/rotation.md for how to go on without it.",
                    null);
        }
    }

    private static Lineage lineage(Members all) {
        Kind kind = Kind.valueOf(all.text("state"));
        @Nullable
        Halt halt = all.optional("halt")
                .map(each -> new Halt(
                        RotationProblem.valueOf(each.text("problem")),
                        each.text("detail"),
                        Instant.parse(each.text("at"))))
                .orElse(null);
        return new Lineage(
                state(kind, all),
                halt,
                all.list("attempts", LineageCodec::readAttempt),
                all.list("past", LineageCodec::readPast));
    }

    private static void detail(RotationState state, Map<String, JsonValue> all) {
        if (state instanceof RotationState.Orphaned orphaned) {
            all.put("again", JsonValue.bool(orphaned.again()));
        } else if (state instanceof RotationState.Staged staged) {
            all.put("fingerprint", text(staged.fingerprint()));
        } else if (state instanceof RotationState.Publishing publishing) {
            all.put("fingerprint", text(publishing.fingerprint()));
        } else if (state instanceof RotationState.Published published) {
            all.put("grace", grace(published.grace()));
        } else if (state instanceof RotationState.Revoking revoking) {
            all.put("grace", grace(revoking.grace()));
        } else if (state instanceof RotationState.Restored restored) {
            all.put("grace", grace(restored.grace()));
        }
    }

    private static RotationState state(Kind kind, Members all) {
        if (kind == Kind.IDLE) {
            return new RotationState.Idle();
        }
        Rotation rotation = readRotation(all.object("rotation"));
        return switch (kind) {
            case IDLE -> throw new IllegalStateException();
            case INTENDED -> new RotationState.Intended(rotation);
            case REQUESTED -> new RotationState.Requested(rotation);
            case ORPHANED -> new RotationState.Orphaned(rotation, newKey(all), all.truth("again"));
            case STAGED -> new RotationState.Staged(rotation, newKey(all), all.text("fingerprint"));
            case PUBLISHING -> new RotationState.Publishing(rotation, newKey(all), all.text("fingerprint"));
            case PUBLISHED -> new RotationState.Published(rotation, newKey(all), readGrace(all));
            case REVOKING -> new RotationState.Revoking(rotation, newKey(all), readGrace(all));
            case RESTORING -> new RotationState.Restoring(rotation, newKey(all));
            case RESTORED -> new RotationState.Restored(rotation, newKey(all), readGrace(all));
            case WITHDRAWING -> new RotationState.Withdrawing(rotation, newKey(all));
        };
    }

    private static KeyReference newKey(Members all) {
        return readKey(all.object("new_key"));
    }

    private static JsonValue rotation(Rotation rotation) {
        Map<String, JsonValue> pending = new LinkedHashMap<>();
        pending.put("provider", text(rotation.pending().provider()));
        pending.put("change", text(rotation.pending().change()));
        pending.put("facts", texts(rotation.pending().facts()));
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("run", text(rotation.run()));
        members.put("started_at", text(rotation.startedAt().toString()));
        members.put("old_key", key(rotation.old()));
        members.put("old_key_in_store", JsonValue.bool(rotation.oldInStore()));
        members.put("attempt", text(rotation.nonce()));
        members.put("attempt_number", JsonValue.number(rotation.number()));
        members.put("pending", JsonValue.object(pending));
        members.put("before", texts(rotation.before()));
        members.put("goal", text(rotation.goal().name()));
        members.put("grace", text(rotation.grace().toString()));
        return JsonValue.object(members);
    }

    private static Rotation readRotation(Members members) {
        Members pending = members.object("pending");
        return new Rotation(
                members.text("run"),
                Instant.parse(members.text("started_at")),
                readKey(members.object("old_key")),
                members.truth("old_key_in_store"),
                members.text("attempt"),
                (int) members.number("attempt_number"),
                new PendingChange(pending.text("provider"), pending.text("change"), pending.texts("facts")),
                members.texts("before"),
                Rotation.Goal.valueOf(members.text("goal")),
                Duration.parse(members.text("grace")));
    }

    private static JsonValue key(KeyReference key) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("id", text(key.id().toString()));
        key.accessKeyId().ifPresent(id -> members.put("access_key_id", text(id)));
        members.put("name", text(key.name()));
        key.createdAt().ifPresent(time -> members.put("created_at", text(time.toString())));
        return JsonValue.object(members);
    }

    private static KeyReference readKey(Members members) {
        return KeyReference.of(
                AccessKeyId.parse(members.text("id")),
                members.orNull("access_key_id"),
                members.text("name"),
                instant(members.orNull("created_at")));
    }

    private static JsonValue grace(Grace grace) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("until", text(grace.until().toString()));
        if (grace.providerUntil() != null) {
            members.put("provider_until", text(grace.providerUntil().toString()));
        }
        return JsonValue.object(members);
    }

    private static Grace readGrace(Members all) {
        Members members = all.object("grace");
        return new Grace(Instant.parse(members.text("until")), instant(members.orNull("provider_until")));
    }

    private static JsonValue attempt(Attempt attempt) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("attempt", text(attempt.nonce()));
        members.put("run", text(attempt.run()));
        members.put("at", text(attempt.at().toString()));
        members.put("fate", text(attempt.fate().name()));
        // Of use only as long as a key may turn out to be an orphan.
        boolean needed = attempt.fate() == Attempt.Fate.OPEN || attempt.fate() == Attempt.Fate.FAILED;
        members.put(
                "there_before",
                JsonValue.array(
                        needed
                                ? attempt.snapshot().stream()
                                        .map(id -> text(id.toString()))
                                        .toList()
                                : List.of()));
        return JsonValue.object(members);
    }

    private static Attempt readAttempt(Members members) {
        return new Attempt(
                members.text("attempt"),
                members.text("run"),
                Instant.parse(members.text("at")),
                Attempt.Fate.valueOf(members.text("fate")),
                members.texts("there_before", AccessKeyId::parse));
    }

    private static JsonValue past(PastRotation past) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("run", text(past.run()));
        members.put("old_key", key(past.old()));
        members.put("new_key", key(past.fresh()));
        members.put("at", text(past.at().toString()));
        members.put("old_key_is", text(past.oldKey().name()));
        if (past.oldValidUntil() != null) {
            members.put("old_key_valid_until", text(past.oldValidUntil().toString()));
        }
        return JsonValue.object(members);
    }

    private static PastRotation readPast(Members members) {
        return new PastRotation(
                members.text("run"),
                readKey(members.object("old_key")),
                readKey(members.object("new_key")),
                Instant.parse(members.text("at")),
                OldKey.valueOf(members.text("old_key_is")),
                instant(members.orNull("old_key_valid_until")));
    }

    private static @Nullable Instant instant(@Nullable String text) {
        return text == null ? null : Instant.parse(text);
    }

    private static JsonValue text(String text) {
        return JsonValue.string(text);
    }

    private static JsonValue texts(Map<String, String> texts) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        texts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> members.put(each.getKey(), text(each.getValue())));
        return JsonValue.object(members);
    }

    /** The members of an object, each of which must be there and of its kind. */
    private record Members(JsonValue value) {

        private JsonValue member(String name) {
            return value.member(name).orElseThrow(() -> new IllegalArgumentException(name));
        }

        String text(String name) {
            return member(name).asString().orElseThrow();
        }

        @Nullable
        String orNull(String name) {
            return value.member(name).map(each -> each.asString().orElseThrow()).orElse(null);
        }

        long number(String name) {
            return member(name).asNumber().orElseThrow().longValueExact();
        }

        boolean truth(String name) {
            return member(name).asBoolean().orElseThrow();
        }

        Members object(String name) {
            return new Members(member(name));
        }

        java.util.Optional<Members> optional(String name) {
            return value.member(name).map(Members::new);
        }

        <T> List<T> list(String name, Function<Members, T> element) {
            return member(name).elements().stream()
                    .map(each -> element.apply(new Members(each)))
                    .toList();
        }

        <T> List<T> texts(String name, Function<String, T> element) {
            return member(name).elements().stream()
                    .map(each -> element.apply(each.asString().orElseThrow()))
                    .toList();
        }

        Map<String, String> texts(String name) {
            Map<String, String> texts = new LinkedHashMap<>();
            member(name)
                    .members()
                    .forEach((key, each) -> texts.put(key, each.asString().orElseThrow()));
            return texts;
        }
    }
}
