package dev.accesskeys.testing.nscale;

import dev.accesskeys.Secret;
import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.internal.KeyMaterial;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * The state of the fake: the endpoints and keys of one project. Here a test looks behind the API, and does what somebody else
 * would do meanwhile. Safe for use by many threads.
 */
public final class NscaleProject {

    static final String ADMIN_POLICY = "system-default-admin";
    static final String ORGANIZATION = "0a1b2c3d-0000-4000-8000-00000000000a";
    static final String PROJECT = "0a1b2c3d-0000-4000-8000-00000000000b";
    static final String REGION = "eu-north-1";
    static final String CLASS = "0a1b2c3d-0000-4000-8000-00000000000c";

    private final NscaleSettings settings;
    private final KeyMaterial material;
    private final Map<String, NscaleEndpointState> endpoints = new LinkedHashMap<>();
    private final Map<String, Long> numbers = new LinkedHashMap<>();
    private final String endpointId;
    private long nextId;

    NscaleProject(NscaleSettings settings, KeyMaterial material) {
        this.settings = settings;
        this.material = material;
        NscaleEndpointState endpoint = put(
                new NscaleEndpointState.Place(CLASS, ORGANIZATION, PROJECT, REGION),
                NscaleMetadata.named("main"),
                List.of(),
                true);
        this.endpointId = endpoint.id();
        for (int i = 1; i <= settings.keys(); i++) {
            put(endpoint, NscaleMetadata.named("key-" + i), ADMIN_POLICY, true);
        }
    }

    /**
     * Gives the id of the endpoint that is there from the start.
     *
     * @return its id
     */
    public String endpointId() {
        return endpointId;
    }

    /**
     * Gives the id of the project's organisation.
     *
     * @return its id
     */
    public String organizationId() {
        return ORGANIZATION;
    }

    /**
     * Gives the id of the project.
     *
     * @return its id
     */
    public String projectId() {
        return PROJECT;
    }

    /**
     * Gives the id of the only class of endpoints.
     *
     * @return its id
     */
    public String endpointClassId() {
        return CLASS;
    }

    /**
     * Gives the keys of an endpoint that exist now, whatever a list shows. Does not count as a look.
     *
     * @param endpoint the endpoint's id
     * @return the keys in the order of their creation
     */
    public synchronized List<NscaleKey> keys(String endpoint) {
        Instant now = settings.time().now();
        NscaleEndpointState state = endpoints.get(endpoint);
        return state == null
                ? List.of()
                : state.keys().values().stream()
                        .map(key -> key.shown(endpoint, now))
                        .filter(key -> key.status() != NscaleStatus.GONE)
                        .toList();
    }

    /**
     * Gives the keys of the first endpoint that exist now.
     *
     * @return the keys in the order of their creation
     */
    public List<NscaleKey> keys() {
        return keys(endpointId);
    }

    /**
     * Gives a key of the first endpoint that exists now.
     *
     * @param id its id
     * @return the key; empty if there is none
     */
    public Optional<NscaleKey> key(String id) {
        return keys().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /**
     * Gives the secret of a key, which the API shows once only.
     *
     * @param id the id of a key that exists or has existed
     * @return its secret
     * @throws NoSuchElementException if there was never such a key
     */
    public synchronized Secret secretOf(String id) {
        Long number = numbers.get(id);
        if (number == null) {
            throw new NoSuchElementException("there was never such a key");
        }
        return Secret.of(secret(number));
    }

    /**
     * Gives the secrets of all keys that exist or have existed: what must not be found in a log.
     *
     * @return the secrets in the order of the keys' creation
     */
    public synchronized List<Secret> secrets() {
        return numbers.values().stream()
                .map(number -> Secret.of(secret(number)))
                .toList();
    }

    /**
     * Tells whether the S3 endpoint accepts a pair by now.
     *
     * @param accessKeyId the access key id
     * @param secret the secret
     * @return whether there is such a key, with this secret, and provisioned
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
        return endpoints.values().stream()
                .flatMap(endpoint -> endpoint.keys().values().stream())
                .filter(key -> key.accessKeyId().equals(accessKeyId))
                .filter(key -> key.life().status(now) == NscaleStatus.PROVISIONED)
                .map(key -> Secret.of(secret(key.number())))
                .findFirst();
    }

    /**
     * Adds a key to the first endpoint behind the client's back. It is provisioned at once, and the ledger does not know of it.
     *
     * @param name its name
     * @return the key
     */
    public synchronized NscaleKey addKey(String name) {
        NscaleKeyState key = put(endpoint(endpointId), NscaleMetadata.named(name), ADMIN_POLICY, true);
        return key.shown(endpointId, settings.time().now());
    }

    /**
     * Removes a key of the first endpoint behind the client's back. It is gone at once.
     *
     * @param id its id
     * @throws NoSuchElementException if there is no such key
     */
    public synchronized void removeKey(String id) {
        if (endpoint(endpointId).keys().remove(id) == null) {
            throw new NoSuchElementException("there is no such key");
        }
    }

    /**
     * Brings a key of the first endpoint into the state {@code error}.
     *
     * @param id its id
     * @throws NoSuchElementException if there is no such key
     */
    public synchronized void failKey(String id) {
        NscaleKeyState key = endpoint(endpointId).keys().get(id);
        if (key == null) {
            throw new NoSuchElementException("there is no such key");
        }
        key.life().fail();
    }

    /**
     * Says whether somebody uses the first endpoint, so that it cannot be deleted.
     *
     * @param used whether
     */
    public synchronized void setInUse(boolean used) {
        endpoint(endpointId).inUse(used);
    }

    private NscaleEndpointState endpoint(String id) {
        NscaleEndpointState endpoint = endpoints.get(id);
        if (endpoint == null) {
            throw new NoSuchElementException("there is no endpoint any more");
        }
        return endpoint;
    }

    /** The endpoints that a list shows, each with what the look at it has shown. */
    synchronized Map<NscaleEndpointState, NscaleStatus> listedEndpoints() {
        Map<NscaleEndpointState, NscaleStatus> listed = new LinkedHashMap<>();
        for (NscaleEndpointState endpoint : new ArrayList<>(endpoints.values())) {
            NscaleStatus status = look(endpoint);
            if (status.isShown()) {
                listed.put(endpoint, status);
            }
        }
        return listed;
    }

    /** The endpoint, as one that exists, be it found already or not. */
    synchronized NscaleEndpointState existing(String id) {
        NscaleEndpointState endpoint = endpoints.get(id);
        if (endpoint == null || endpoint.life().status(settings.time().now()) == NscaleStatus.GONE) {
            throw NscaleProblem.notFound();
        }
        return endpoint;
    }

    synchronized NscaleStatus look(NscaleEndpointState endpoint) {
        NscaleStatus status = endpoint.life().look(settings.time().now());
        if (status == NscaleStatus.GONE) {
            endpoints.remove(endpoint.id());
        }
        return status;
    }

    synchronized NscaleEndpointState create(
            NscaleEndpointState.Place place, NscaleMetadata metadata, List<JsonValue> policies) {
        boolean taken = endpoints.values().stream()
                .anyMatch(each -> each.place().projectId().equals(place.projectId())
                        && each.place().regionId().equals(place.regionId()));
        if (taken) {
            throw NscaleProblem.conflict("the project already has an object storage endpoint in this region");
        }
        return put(place, metadata, policies, false);
    }

    synchronized void update(
            NscaleEndpointState endpoint, NscaleMetadata metadata, @Nullable List<JsonValue> policies) {
        endpoint.metadata(metadata);
        if (policies != null) {
            endpoint.policies(policies);
        }
    }

    synchronized void delete(NscaleEndpointState endpoint) {
        if (endpoint.isInUse()) {
            throw NscaleProblem.forbidden("the object storage endpoint is in use");
        }
        endpoint.life().delete(settings.time().now());
    }

    /** The keys that a list shows, each with what the look at it has shown. */
    synchronized Map<NscaleKeyState, NscaleStatus> listedKeys(NscaleEndpointState endpoint) {
        Map<NscaleKeyState, NscaleStatus> listed = new LinkedHashMap<>();
        for (NscaleKeyState key : new ArrayList<>(endpoint.keys().values())) {
            NscaleStatus status = look(endpoint, key);
            if (status.isShown()) {
                listed.put(key, status);
            }
        }
        return listed;
    }

    /** The key, as one that exists, be it found already or not. */
    synchronized NscaleKeyState existing(NscaleEndpointState endpoint, String id) {
        NscaleKeyState key = endpoint.keys().get(id);
        if (key == null || key.life().status(settings.time().now()) == NscaleStatus.GONE) {
            throw NscaleProblem.notFound();
        }
        return key;
    }

    synchronized NscaleStatus look(NscaleEndpointState endpoint, NscaleKeyState key) {
        NscaleStatus status = key.life().look(settings.time().now());
        if (status == NscaleStatus.GONE) {
            endpoint.keys().remove(key.id());
        }
        return status;
    }

    synchronized NscaleKeyState create(NscaleEndpointState endpoint, NscaleMetadata metadata, String policy) {
        if (!endpoint.hasPolicy(policy)) {
            throw NscaleProblem.unprocessable("the endpoint has no such identity policy");
        }
        return put(endpoint, metadata, policy, false);
    }

    synchronized void delete(NscaleKeyState key) {
        key.life().delete(settings.time().now());
    }

    String secret(long number) {
        return material.text("secret", number, KeyMaterial.LETTERS_AND_DIGITS, 40);
    }

    private NscaleEndpointState put(
            NscaleEndpointState.Place place, NscaleMetadata metadata, List<JsonValue> policies, boolean settled) {
        NscaleEndpointState endpoint =
                new NscaleEndpointState(uuid(nextId++), place, metadata, policies, life(settled));
        endpoints.put(endpoint.id(), endpoint);
        return endpoint;
    }

    private NscaleKeyState put(NscaleEndpointState endpoint, NscaleMetadata metadata, String policy, boolean settled) {
        long number = nextId++;
        NscaleKeyState key =
                new NscaleKeyState(uuid(number), number, metadata, policy, accessKeyId(number), life(settled));
        endpoint.keys().put(key.id(), key);
        numbers.put(key.id(), number);
        return key;
    }

    private NscaleLifecycle life(boolean settled) {
        return new NscaleLifecycle(settings, settings.time().now(), settled);
    }

    private String uuid(long number) {
        String hex = material.text("id", number, KeyMaterial.HEX, 32);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    /** Of 26 characters with hyphens, as in the provider's examples, which break its own pattern. */
    private String accessKeyId(long number) {
        return String.join(
                "-",
                LongStream.range(0, 3)
                        .mapToObj(
                                part -> material.text("access key " + part, number, KeyMaterial.CAPITALS_AND_DIGITS, 8))
                        .toList());
    }
}
