package dev.accesskeys.testing.linode;

import dev.accesskeys.Secret;
import dev.accesskeys.testing.internal.KeyMaterial;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of the fake: the keys and tokens of one account. Here a test looks behind the API, and does what somebody else would
 * do in the web console meanwhile. Safe for use by many threads.
 */
public final class LinodeAccount {

    private static final long FIRST_ID = 3_000_001;

    /** A change that lists do not show yet. */
    private record Recent(LinodeKey key, Instant at, long readsBefore) {}

    private final LinodeSettings settings;
    private final KeyMaterial material;
    private final TreeMap<Long, LinodeKey> keys = new TreeMap<>();
    private final Map<Long, Recent> created = new LinkedHashMap<>();
    private final Map<Long, Recent> deleted = new LinkedHashMap<>();
    private final Map<Long, Instant> acceptedFrom = new HashMap<>();
    private long nextId = FIRST_ID;
    private long listReads;
    private long tokensMade;
    private String token;
    private final String readOnlyToken;
    private @Nullable List<LinodeKey> snapshot;

    LinodeAccount(LinodeSettings settings) {
        this.settings = settings;
        this.material = new KeyMaterial(settings.seed());
        this.token = settings.token() == null ? newToken() : settings.token();
        this.readOnlyToken = newToken();
        for (int i = 1; i <= settings.keys(); i++) {
            put("key-" + i, null, settings.endpoints());
        }
    }

    /**
     * Gives the keys that exist now, whatever a list shows.
     *
     * @return the keys in the order of their ids
     */
    public synchronized List<LinodeKey> keys() {
        if (snapshot == null) {
            snapshot = List.copyOf(keys.values());
        }
        return snapshot;
    }

    /**
     * Gives a key that exists now.
     *
     * @param id its id
     * @return the key; empty if there is none
     */
    public synchronized Optional<LinodeKey> key(long id) {
        return Optional.ofNullable(keys.get(id));
    }

    /**
     * Gives the secret of a key, which the API shows once only.
     *
     * @param id the id of a key that exists or has existed
     * @return its secret
     * @throws NoSuchElementException if there was never such a key
     */
    public synchronized Secret secretOf(long id) {
        if (id < FIRST_ID || id >= nextId) {
            throw new NoSuchElementException("there was never a key " + id);
        }
        return Secret.of(secret(id));
    }

    /**
     * Gives the secrets of all keys that exist or have existed: what must not be found in a log.
     *
     * @return the secrets in the order of the keys' ids
     */
    public synchronized List<Secret> secrets() {
        return LongStream.range(FIRST_ID, nextId).mapToObj(this::secretOf).toList();
    }

    /**
     * Tells whether the S3 endpoints accept a pair by now.
     *
     * @param accessKeyId the access key id
     * @param secret the secret
     * @return whether there is such a key, with this secret, and old enough
     */
    public synchronized boolean isAcceptedByS3(String accessKeyId, String secret) {
        return s3SecretOf(accessKeyId).filter(Secret.of(secret)::equals).isPresent();
    }

    /**
     * Gives the secret with which the S3 service checks the signatures of an access key id now: what a real S3 server in a test
     * is to ask on every request.
     *
     * @param accessKeyId the access key id
     * @return the secret; empty if S3 does not know the key, not yet or not any more
     */
    public synchronized Optional<Secret> s3SecretOf(String accessKeyId) {
        Instant now = settings.time().now();
        return keys.values().stream()
                .filter(key -> key.accessKey().equals(accessKeyId))
                .filter(key -> !now.isBefore(acceptedFrom.getOrDefault(key.id(), Instant.MIN)))
                .map(key -> Secret.of(secret(key.id())))
                .findFirst();
    }

    /**
     * Adds an unlimited key behind the client's back. Lists show it at once, S3 accepts it at once, the ledger does not know of
     * it, and the quota does not stop it.
     *
     * @param label its label
     * @return the key
     */
    public synchronized LinodeKey addKey(String label) {
        return put(label, null, settings.endpoints());
    }

    /**
     * Removes a key behind the client's back. It is gone at once, from lists too.
     *
     * @param id its id
     * @throws NoSuchElementException if there is no such key
     */
    public synchronized void removeKey(long id) {
        if (remove(id).isEmpty()) {
            throw new NoSuchElementException("there is no key " + id);
        }
        deleted.remove(id);
    }

    /**
     * Replaces the token that may do everything: from now on the old one is answered with 401.
     *
     * @return the new token
     */
    public synchronized String renewToken() {
        token = newToken();
        return token;
    }

    synchronized String token() {
        return token;
    }

    String readOnlyToken() {
        return readOnlyToken;
    }

    /** The scopes of a token; empty if it is none of this account. */
    synchronized Optional<String> scopesOf(String presented) {
        if (presented.equals(token)) {
            return Optional.of("*");
        }
        return presented.equals(readOnlyToken) ? Optional.of("object_storage:read_only") : Optional.empty();
    }

    /** Creates a key by the API; without grants an unlimited one. */
    synchronized LinodeKey create(String label, @Nullable List<LinodeGrant> grants, List<LinodeEndpoint> regions) {
        if (keys.size() >= settings.quota()) {
            throw LinodeProblem.of(
                    400, "You have reached the limit of " + settings.quota() + " Object Storage keys on this account.");
        }
        LinodeKey key = put(label, grants, regions);
        Instant now = settings.time().now();
        created.put(key.id(), new Recent(key, now, listReads));
        if (!settings.acceptedByS3After().isZero()) {
            acceptedFrom.put(key.id(), now.plus(settings.acceptedByS3After()));
        }
        return key;
    }

    /** Changes what is given. */
    synchronized LinodeKey update(long id, @Nullable String label, @Nullable List<LinodeEndpoint> regions) {
        LinodeKey old = key(id).orElseThrow(LinodeProblem::keyNotFound);
        LinodeKey changed = old.with(label == null ? old.label() : label, regions == null ? old.regions() : regions);
        keys.put(id, changed);
        snapshot = null;
        return changed;
    }

    synchronized void delete(long id) {
        Instant now = settings.time().now();
        Recent recent = created.get(id);
        boolean neverShown =
                recent != null && !settings.created().isOver(recent.at, now, listReads - recent.readsBefore);
        LinodeKey key = remove(id).orElseThrow(LinodeProblem::keyNotFound);
        if (!neverShown) {
            deleted.put(id, new Recent(key, now, listReads));
        }
    }

    /** What a list shows: all but the keys that are too new, and those that have not been gone for long. */
    synchronized List<LinodeKey> listed() {
        Instant now = settings.time().now();
        created.values().removeIf(each -> settings.created().isOver(each.at, now, listReads - each.readsBefore));
        deleted.values().removeIf(each -> settings.deleted().isOver(each.at, now, listReads - each.readsBefore));
        listReads++;
        if (created.isEmpty() && deleted.isEmpty()) {
            return keys();
        }
        TreeMap<Long, LinodeKey> shown = new TreeMap<>(keys);
        deleted.forEach((id, each) -> shown.put(id, each.key));
        shown.keySet().removeAll(created.keySet());
        return List.copyOf(shown.values());
    }

    String secret(long id) {
        return material.text("secret", id, KeyMaterial.LETTERS_AND_DIGITS, 40);
    }

    private LinodeKey put(String label, @Nullable List<LinodeGrant> grants, List<LinodeEndpoint> regions) {
        long id = nextId++;
        LinodeKey key = new LinodeKey(
                id,
                Objects.requireNonNull(label, "label"),
                material.text("access key", id, KeyMaterial.CAPITALS_AND_DIGITS, 20),
                grants != null,
                grants == null ? List.of() : grants,
                regions);
        keys.put(id, key);
        snapshot = null;
        return key;
    }

    private Optional<LinodeKey> remove(long id) {
        LinodeKey key = keys.remove(id);
        snapshot = null;
        created.remove(id);
        acceptedFrom.remove(id);
        return Optional.ofNullable(key);
    }

    private String newToken() {
        return material.text("token", tokensMade++, KeyMaterial.HEX, 64);
    }
}
