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
import java.util.Collection;
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
     * @param operation which operation was answered
     * @param answer the answer
     * @param sink gets the secrets, or null
     * @param sent the secrets that the request carried
     */
    <T extends @Nullable Object> Verdict<T> read(
            Operation<T> operation, TransportResponse answer, @Nullable SecretSink sink, Collection<Secret> sent) {
        if (answer.status() / 100 != 2) {
            return refused(operation, answer, sent);
        }
        if (sink != null
                && !operation.answersWithPage()
                && !operation.secretMembers().isEmpty()) {
            Failed<T> failed = deliver(operation, answer, sink);
            if (failed != null) {
                return failed;
            }
        }
        if (answer.ending() == Ending.BROKEN) {
            return lost(operation, answer, "the connection broke within the answer", null, Repeat.LATER);
        }
        if (answer.ending() == Ending.TRUNCATED) {
            String problem = "the answer is larger than the limit of " + answer.body().length + " bytes";
            return lost(operation, answer, problem, null, Repeat.NEVER);
        }
        if (operation.answersWithBody() && answer.body().length == 0) {
            String problem = "the provider answered " + answer.status() + " without the documented content";
            return lost(operation, answer, problem, null, Repeat.NEVER);
        }
        return decode(operation, answer, sent);
    }

    private <T extends @Nullable Object> Verdict<T> decode(
            Operation<T> operation, TransportResponse answer, Collection<Secret> sent) {
        T value;
        try {
            value = payload(operation, answer);
        } catch (FailureReportedException e) {
            return refused(operation, answer, sent);
        } catch (DecodingException e) {
            return lost(operation, answer, e.problem(), e, Repeat.NEVER);
        }
        if (operation.lacksSecret(value)) {
            return lost(operation, answer, "the answer does not carry the secret", null, Repeat.NEVER);
        }
        return new Succeeded<>(value, answer.status(), answer.headers(), requestId(answer));
    }

    @SuppressWarnings("NullAway") // T is nullable exactly for operations without an answer
    private <T extends @Nullable Object> T payload(Operation<T> operation, TransportResponse answer) {
        if (!operation.answersWithBody()) {
            return null;
        }
        try (JsonReader in = JsonReader.of(answer.body(), limits)) {
            T value = operation.read(in);
            in.end();
            return value;
        }
    }

    private <T extends @Nullable Object> @Nullable Failed<T> deliver(
            Operation<T> operation, TransportResponse answer, SecretSink sink) {
        FoundSecrets found = find(operation, answer);
        if (found.secrets().isEmpty()) {
            return null;
        }
        try {
            sink.accept(found);
            return null;
        } catch (RuntimeException e) {
            String problem = "the secret sink threw " + e.getClass().getName();
            return operation.repeatability() == Repeatability.READ
                    ? failed(operation, answer, problem, Applied.NO, Repeat.NEVER)
                    : appliedButLost(operation, answer, problem, found, null);
        }
    }

    /** A success that cannot be used. What was created exists all the same. */
    private <T extends @Nullable Object> Failed<T> lost(
            Operation<T> operation,
            TransportResponse answer,
            String problem,
            @Nullable DecodingException cause,
            Repeat repeat) {
        if (operation.repeatability() == Repeatability.ONCE) {
            return appliedButLost(operation, answer, problem, find(operation, answer), cause);
        }
        Applied applied = operation.repeatability() == Repeatability.READ ? Applied.NO : Applied.YES;
        if (cause != null) {
            return verdict(
                    new DecodingException(operation.toString(), cause.path(), cause.expectation(), applied),
                    applied,
                    repeat,
                    answer);
        }
        return failed(operation, answer, problem, applied, repeat);
    }

    private <T extends @Nullable Object> Failed<T> failed(
            Operation<T> operation, TransportResponse answer, String problem, Applied applied, Repeat repeat) {
        AccessKeysException failure = repeat == Repeat.LATER
                ? new ConnectionException(operation.toString(), problem, applied, null)
                : new DecodingException(operation.toString(), "", problem, applied);
        return verdict(failure, applied, repeat, answer);
    }

    private <T extends @Nullable Object> Failed<T> appliedButLost(
            Operation<T> operation,
            TransportResponse answer,
            String problem,
            FoundSecrets found,
            @Nullable DecodingException cause) {
        String what = found.identifiers().isEmpty() ? "" : " What was made: " + found.identifiers() + ".";
        String salvaged = found.secrets().isEmpty()
                ? ""
                : " Its secret could be salvaged: take it from salvagedSecrets(), or revoke the key.";
        AppliedButLostException failure = new AppliedButLostException(
                operation.toString(),
                problem,
                "Do not send it again." + what + salvaged
                        + (salvaged.isEmpty() ? " " + operation.reconciliation() : ""),
                found.secrets(),
                found.identifiers(),
                cause);
        return verdict(failure, Applied.YES, Repeat.NEVER, answer);
    }

    private <T extends @Nullable Object> Failed<T> refused(
            Operation<T> operation, TransportResponse answer, Collection<Secret> sent) {
        FailedAnswer failedAnswer =
                new FailedAnswer(operation, answer.status(), answer.headers(), answer.body(), requestId(answer), sent);
        Failure failure = classify(failedAnswer);
        Applied applied = operation.repeatability() == Repeatability.READ ? Applied.NO : failure.applied();
        Optional<Duration> retryAfter =
                RateLimit.from(answer.headers(), time.now()).retryAfter();
        return new Failed<>(
                failure.toException(applied),
                applied,
                repeat(failure, answer.status()),
                retryAfter.orElse(null),
                answer.status(),
                requestId(answer));
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
            AccessKeysException failure, Applied applied, Repeat repeat, TransportResponse answer) {
        return new Failed<>(failure, applied, repeat, null, answer.status(), requestId(answer));
    }

    private FoundSecrets find(Operation<?> operation, TransportResponse answer) {
        Map<String, Secret> secrets = new LinkedHashMap<>();
        MemberScan.find(answer.body(), operation.secretMembers(), operation.secretPlaceholders(), limits)
                .forEach((name, text) -> secrets.put(name, Secret.of(text)));
        Map<String, String> identifiers =
                MemberScan.find(answer.body(), operation.identifierMembers(), Set.of(), limits);
        return new FoundSecrets(operation.toString(), secrets, identifiers);
    }

    private @Nullable String requestId(TransportResponse answer) {
        for (String header : provider.requestIdHeaders()) {
            Optional<String> id = answer.headers().first(header);
            if (id.isPresent()) {
                return printable(id.get());
            }
        }
        return null;
    }

    private static String printable(String id) {
        String shown = id.replaceAll("[^\\x21-\\x7E]", "?");
        return shown.length() > 100 ? shown.substring(0, 100) : shown;
    }
}
