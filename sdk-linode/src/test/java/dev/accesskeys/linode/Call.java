package dev.accesskeys.linode;

import dev.accesskeys.linode.model.UpdateObjectStorageKeyRequest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Every call that can be made about keys, each with an everyday request. */
enum Call {
    LIST("GET", Linode.KEYS),
    GET("GET", Linode.KEY),
    CREATE("POST", Linode.KEYS),
    UPDATE("PUT", Linode.KEY),
    REVOKE("DELETE", Linode.KEY);

    final String method;
    final String path;

    Call(String method, String path) {
        this.method = method;
        this.path = path;
    }

    /** Makes the call; the key that it is about, if any, is made first by its owner. */
    void make(Linode linode, Way way) {
        make(linode.keys(), linode.fake.account().addKey("old").id(), way);
    }

    /** Makes the call about an existing key. */
    void make(ObjectStorageKeys keys, long id, Way way) {
        if (way == Way.BLOCKING) {
            makeBlocking(keys, id);
        } else {
            Way.await(makeAsync(keys, id));
        }
    }

    private void makeBlocking(ObjectStorageKeys keys, long id) {
        switch (this) {
            case LIST -> keys.list();
            case GET -> keys.get(id);
            case CREATE -> keys.create(Linode.unlimited("backup"));
            case UPDATE -> keys.update(id, renamed());
            case REVOKE -> keys.revoke(id);
        }
    }

    CompletableFuture<?> makeAsync(ObjectStorageKeys keys, long id) {
        return switch (this) {
            case LIST -> keys.listAsync();
            case GET -> keys.getAsync(id);
            case CREATE -> keys.createAsync(Linode.unlimited("backup"));
            case UPDATE -> keys.updateAsync(id, renamed());
            case REVOKE -> keys.revokeAsync(id);
        };
    }

    private static UpdateObjectStorageKeyRequest renamed() {
        return UpdateObjectStorageKeyRequest.builder().label("renamed").build();
    }

    static Stream<Arguments> eachInBothWays() {
        return inBothWays(EnumSet.allOf(Call.class));
    }

    static Stream<Arguments> eachButCreateInBothWays() {
        return inBothWays(EnumSet.complementOf(EnumSet.of(CREATE)));
    }

    private static Stream<Arguments> inBothWays(Set<Call> calls) {
        return calls.stream().flatMap(call -> Arrays.stream(Way.values()).map(way -> Arguments.of(call, way)));
    }
}
