package dev.accesskeys.internal.call;

import dev.accesskeys.FoundSecrets;
import dev.accesskeys.RateLimit;
import dev.accesskeys.Secret;
import dev.accesskeys.SecretSink;
import dev.accesskeys.error.AccessKeysException;
import dev.accesskeys.error.Applied;
import dev.accesskeys.error.AppliedButLostException;
import dev.accesskeys.error.ConnectionException;
import dev.accesskeys.error.DecodingException;
import dev.accesskeys.http.TransportResponse;
import dev.accesskeys.http.TransportResponse.Ending;
import dev.accesskeys.internal.call.Verdict.Failed;
import dev.accesskeys.internal.call.Verdict.Repeat;
import dev.accesskeys.internal.call.Verdict.Succeeded;
import dev.accesskeys.internal.text.Redaction;
import dev.accesskeys.json.JsonLimits;
import dev.accesskeys.json.JsonReader;
import dev.accesskeys.json.MemberScan;
import dev.accesskeys.operation.Envelope.FailureReportedException;
import dev.accesskeys.operation.FailedAnswer;
import dev.accesskeys.operation.Failure;
import dev.accesskeys.operation.FailureClassifier;
import dev.accesskeys.operation.Operation;
import dev.accesskeys.operation.ProviderDescription;
import dev.accesskeys.retry.Repeatability;
import dev.accesskeys.time.TimeSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns an answer into a verdict. The secrets come first: before the model is decoded, before anyone is told. */
final class AnswerReader {

    private final ProviderDescription provider;
    private final FailureClassifier classifier;
    private final JsonLimits limits;
    private final TimeSource time;

    AnswerReader(ProviderDescription provider, FailureClassifier classifier, JsonLimits limits, TimeSource time) {
        this.provider = provider;
        this.classifier = classifier;
        this.limits = limits;
        this.time = time;
    }

    /**
     * Reads an answer.
     *
     * @param call the call that was answered
     * @param answer the answer
     * @param cutBy what the call is given up with, if that is why its answer broke off, or null
     */
    <T extends @Nullable Object> Verdict<T> read(
            CallState<T> call, TransportResponse answer, @Nullable AccessKeysException cutBy) {
        Operation<T> operation = call.operation();
        call.answered(answer, requestId(call, answer));
        if (answer.status() / 100 != 2) {
            return refused(call, answer);
        }
        SecretSink sink = call.options().secretSink().orElse(null);
        if (sink != null
                && !operation.answersWithPage()
                && !operation.secretMembers().isEmpty()) {
            Failed<T> failed = deliver(call, answer, sink);
            if (failed != null) {
                return failed;
            }
        }
        return operation.answersWithBody() ? whole(call, answer, cutBy) : succeeded(call, answer);
    }

    /** What an operation without a documented answer sends all the same is of no interest. */
    @SuppressWarnings("NullAway") // T is nullable exactly for operations without an answer
    private <T extends @Nullable Object> Succeeded<T> succeeded(CallState<T> call, TransportResponse answer) {
        return new Succeeded<>(null, answer.status(), answer.headers(), requestId(call, answer));
    }

    private <T extends @Nullable Object> Verdict<T> whole(
            CallState<T> call, TransportResponse answer, @Nullable AccessKeysException cutBy) {
        if (answer.ending() == Ending.BROKEN) {
            String problem = cutBy == null ? "the connection broke within the answer" : cutBy.problem();
            return lost(call, answer, problem, cutBy, Repeat.LATER);
        }
        if (answer.ending() == Ending.TRUNCATED) {
            String problem = "the answer is larger than the limit of " + answer.body().length + " bytes";
            return lost(call, answer, problem, null, Repeat.NEVER);
        }
        if (answer.body().length == 0) {
            String problem = "the provider answered " + answer.status() + " without the documented content";
            return lost(call, answer, problem, null, Repeat.NEVER);
        }
        return decode(call, answer);
    }

    private <T extends @Nullable Object> Verdict<T> decode(CallState<T> call, TransportResponse answer) {
        T value;
        boolean lacksSecret;
        try {
            value = payload(call.operation(), answer);
            lacksSecret = call.operation().lacksSecret(value);
        } catch (FailureReportedException e) {
            return refused(call, answer);
        } catch (DecodingException e) {
            return lost(call, answer, e.problem(), e, Repeat.NEVER);
        } catch (RuntimeException e) {
            // A decoder with a mistake in it; its message may quote the answer.
            String problem = "the answer could not be decoded (" + e.getClass().getName() + ")";
            return lost(call, answer, problem, null, Repeat.NEVER);
        }
        if (lacksSecret) {
            return lost(call, answer, "the answer does not carry the secret", null, Repeat.NEVER);
        }
        return new Succeeded<>(value, answer.status(), answer.headers(), requestId(call, answer));
    }

    private <T extends @Nullable Object> T payload(Operation<T> operation, TransportResponse answer) {
        try (JsonReader in = JsonReader.of(answer.body(), limits)) {
            T value = operation.read(in);
            in.end();
            return value;
        }
    }

    private <T extends @Nullable Object> @Nullable Failed<T> deliver(
            CallState<T> call, TransportResponse answer, SecretSink sink) {
        FoundSecrets found = find(call.operation(), answer);
        if (found.secrets().isEmpty()) {
            return null;
        }
        try {
            sink.accept(found);
            return null;
        } catch (Exception | Error e) {
            // Whatever it is, the secret must not get lost over it.
            String problem = "the secret sink threw " + e.getClass().getName();
            return call.operation().repeatability() == Repeatability.READ
                    ? failed(call, answer, problem, Applied.NO, Repeat.NEVER)
                    : appliedButLost(call, answer, problem, found, null);
        }
    }

    /** A success that cannot be used. What was created exists all the same. */
    private <T extends @Nullable Object> Failed<T> lost(
            CallState<T> call,
            TransportResponse answer,
            String problem,
            @Nullable AccessKeysException cause,
            Repeat repeat) {
        if (call.sentOnce()) {
            return appliedButLost(call, answer, problem, find(call.operation(), answer), cause);
        }
        Applied applied = call.operation().repeatability() == Repeatability.READ ? Applied.NO : Applied.YES;
        if (cause instanceof DecodingException decoding) {
            return verdict(
                    new DecodingException(
                            call.operation().toString(), decoding.path(), decoding.expectation(), applied),
                    applied,
                    repeat,
                    call,
                    answer);
        }
        return failed(call, answer, problem, applied, repeat);
    }

    private <T extends @Nullable Object> Failed<T> failed(
            CallState<T> call, TransportResponse answer, String problem, Applied applied, Repeat repeat) {
        String operation = call.operation().toString();
        AccessKeysException failure = repeat == Repeat.LATER
                ? new ConnectionException(operation, problem, applied, null)
                : new DecodingException(operation, "", problem, applied);
        return verdict(failure, applied, repeat, call, answer);
    }

    private <T extends @Nullable Object> Failed<T> appliedButLost(
            CallState<T> call,
            TransportResponse answer,
            String problem,
            FoundSecrets found,
            @Nullable AccessKeysException cause) {
        String what = found.identifiers().isEmpty() ? "" : " What was made: " + shown(found.identifiers(), call) + ".";
        String next = found.secrets().isEmpty()
                ? call.reconciliation()
                : "Its secret could be salvaged: take it from salvagedSecrets(), or revoke the key.";
        AppliedButLostException failure = new AppliedButLostException(
                call.operation().toString(),
                problem,
                "Do not send it again." + what + " " + next,
                found.secrets(),
                found.identifiers(),
                cause);
        return verdict(failure, Applied.YES, Repeat.NEVER, call, answer);
    }

    /** They come from the answer as it is, line breaks and all. */
    private static Map<String, String> shown(Map<String, String> identifiers, CallState<?> call) {
        Redaction redaction = Redaction.of(call.sentSecrets());
        Map<String, String> shown = new LinkedHashMap<>();
        identifiers.forEach((name, id) -> shown.put(name, redaction.identifier(id)));
        return shown;
    }

    private <T extends @Nullable Object> Failed<T> refused(CallState<T> call, TransportResponse answer) {
        String requestId = requestId(call, answer);
        FailedAnswer failedAnswer = new FailedAnswer(
                call.operation(), answer.status(), answer.headers(), answer.body(), requestId, call.sentSecrets());
        Failure failure = classify(failedAnswer);
        Applied applied = call.operation().repeatability() == Repeatability.READ ? Applied.NO : failure.applied();
        // That this attempt was refused does not tell what became of the one before.
        Applied whole = applied == Applied.NO && call.perhapsAppliedBefore() ? Applied.UNKNOWN : applied;
        Optional<Duration> retryAfter =
                RateLimit.from(answer.headers(), time.now()).retryAfter();
        return new Failed<>(
                failure.toException(whole),
                applied,
                repeat(failure, answer.status()),
                retryAfter.orElse(null),
                answer.status(),
                requestId);
    }

    private Failure classify(FailedAnswer answer) {
        try {
            return classifier.classify(answer);
        } catch (RuntimeException e) {
            // An error body of any shape must not hide the error.
            return Failure.byStatus(answer, List.of());
        }
    }

    private static Repeat repeat(Failure failure, int status) {
        if (!failure.isTransient()) {
            return Repeat.NEVER;
        }
        return status == 421 || status == 425 ? Repeat.ONCE : Repeat.LATER;
    }

    private <T extends @Nullable Object> Failed<T> verdict(
            AccessKeysException failure, Applied applied, Repeat repeat, CallState<T> call, TransportResponse answer) {
        return new Failed<>(failure, applied, repeat, null, answer.status(), requestId(call, answer));
    }

    private FoundSecrets find(Operation<?> operation, TransportResponse answer) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        MemberScan.find(answer.body(), operation.secretMembers(), operation.secretPlaceholders(), limits)
                .forEach((name, text) -> secrets.put(name, Secret.of(text)));
        Map<String, String> identifiers =
                MemberScan.find(answer.body(), operation.identifierMembers(), Set.of(), limits);
        return new FoundSecrets(operation.toString(), secrets, identifiers);
    }

    private @Nullable String requestId(CallState<?> call, TransportResponse answer) {
        for (String header : provider.requestIdHeaders()) {
            Optional<String> id = answer.headers().first(header);
            if (id.isPresent()) {
                return Redaction.of(call.sentSecrets()).identifier(id.get());
            }
        }
        return null;
    }
}
