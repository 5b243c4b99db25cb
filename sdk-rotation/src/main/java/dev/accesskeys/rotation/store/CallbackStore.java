package dev.accesskeys.rotation.store;

import dev.accesskeys.Secret;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.rotation.store.VersionedDocument.Versioned;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys in a vault of your own: in one document, which holds the pending, the current and the previous key as JSON. You
 * tell how it is read and how it is replaced; the rules are kept here:
 *
 * <pre>{@code
 * SecretStore store = CallbackStore.of("vault:secret/backup", new VersionedDocument() {
 *   public Optional<Versioned> read() {
 *     return vault.get("secret/backup")
 *         .map(found -> new Versioned(Secret.of(found.text()), Long.toString(found.version())));
 *   }
 *
 *   public void write(Secret content, String expectedVersion) {
 *     if (!vault.put("secret/backup", content.reveal(), expectedVersion == null ? 0 : Long.parseLong(expectedVersion))) {
 *       throw new DocumentChangedException();
 *     }
 *   }
 * });
 * }</pre>
 *
 * <p>Applications read {@code current.access_key_id}, {@code current.secret_access_key}, {@code current.endpoint_url} and
 * {@code current.region} of the document. For any number of threads if the callbacks are.
 */
public final class CallbackStore implements SecretStore {

    private static final int MAX_RACES = 8;

    private final String name;
    private final VersionedDocument document;

    private CallbackStore(String name, VersionedDocument document) {
        this.name = name;
        this.document = document;
    }

    /**
     * Makes a store.
     *
     * @param name the name of the store, the same in every run, such as {@code vault:secret/backup}
     * @param document reads and replaces the document
     * @return the store
     * @throws ValidationException if the name is blank or has control characters
     */
    public static CallbackStore of(String name, VersionedDocument document) {
        if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
            throw new ValidationException(
                    "name", "must have visible characters and no control characters", name.length() + " characters");
        }
        return new CallbackStore(name, Objects.requireNonNull(document, "document"));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public StoreContents read() {
        return contents(readDocument());
    }

    @Override
    public void reserve(String attempt) {
        change(now -> StoreTransitions.reserve(now, attempt));
    }

    @Override
    public void stage(StoredKey key) {
        change(now -> StoreTransitions.stage(now, key));
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        change(now -> StoreTransitions.publish(now, attempt, expectedCurrent));
    }

    @Override
    public void restore(String attempt) {
        change(now -> StoreTransitions.restore(now, attempt));
    }

    @Override
    public void discardPending(String attempt) {
        change(now -> StoreTransitions.discardPending(now, attempt));
    }

    @Override
    public void discardPrevious(String attempt) {
        change(now -> StoreTransitions.discardPrevious(now, attempt));
    }

    /** The name. */
    @Override
    public String toString() {
        return "CallbackStore[" + name + "]";
    }

    private void change(UnaryOperator<StoreContents> transition) {
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<Versioned> found = readDocument();
            StoreContents now = contents(found);
            StoreContents next = transition.apply(now);
            if (next == now || write(next, found.map(Versioned::version).orElse(null))) {
                return;
            }
        }
        throw new StoreConflictException(
                "somebody else writes the document of " + name + " all the time",
                "Stop the other one, and call again.");
    }

    private Optional<Versioned> readDocument() {
        try {
            return document.read();
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure("reading", e, Stream.empty());
        }
    }

    private StoreContents contents(Optional<Versioned> found) {
        return found.map(there -> StoreDocument.read(there.content(), name))
                .orElseGet(() -> new StoreContents(null, null, null, null));
    }

    private boolean write(StoreContents next, @Nullable String expectedVersion) {
        try {
            document.write(StoreDocument.write(next), expectedVersion);
            return true;
        } catch (DocumentChangedException e) {
            return false;
        } catch (StoreException e) {
            throw e;
        } catch (RuntimeException e) {
            Stream<Secret> secrets = Stream.of(next.current(), next.pending(), next.previous())
                    .flatMap(Optional::stream)
                    .map(StoredKey::secret);
            throw failure("writing", e, secrets);
        }
    }

    /** Clients of vaults quote what they could not send; such a cause is not passed on. */
    private StoreException failure(String doing, RuntimeException cause, Stream<Secret> secrets) {
        boolean tells = secrets.anyMatch(secret -> tells(cause, secret.reveal(), 0));
        return new StoreException(
                doing + " the document of " + name + " failed in the application's own code ("
                        + cause.getClass().getSimpleName() + ")"
                        + (tells ? "; its message shows a secret and is left out" : ""),
                "Look at the vault, then call again: what was done is not done twice.",
                tells ? null : cause);
    }

    private static boolean tells(@Nullable Throwable failure, String secret, int depth) {
        if (failure == null || depth > 20) {
            return failure != null;
        }
        if (String.valueOf(failure.getMessage()).contains(secret)
                || failure.toString().contains(secret)
                || tells(failure.getCause(), secret, depth + 1)) {
            return true;
        }
        return Stream.of(failure.getSuppressed()).anyMatch(each -> tells(each, secret, depth + 1));
    }
}
