package dev.accesskeys.testing.junit;

import dev.accesskeys.CallOptions;
import dev.accesskeys.error.PendingChange;
import dev.accesskeys.keys.AccessKey;
import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.keys.CreatedAccessKey;
import dev.accesskeys.keys.KeyRevocation;
import dev.accesskeys.keys.KeyRotation;
import dev.accesskeys.keys.Reconciliation;
import dev.accesskeys.keys.RotatedKey;
import dev.accesskeys.operation.CallFutures;
import dev.accesskeys.paging.Page;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The calls of a service in one of its two styles, so that every test of the contract is made in both. */
final class ServiceCalls {

    private static final long PATIENCE_SECONDS = 60;

    private final AccessKeyService keys;
    private final boolean asynchronous;

    ServiceCalls(AccessKeyService keys, boolean asynchronous) {
        this.keys = keys;
        this.asynchronous = asynchronous;
    }

    List<AccessKey> list() {
        return asynchronous
                ? await(Page.collectAsync(keys.listAsync()))
                : keys.list().stream().toList();
    }

    AccessKey get(AccessKeyId id) {
        return call(() -> keys.get(id), () -> keys.getAsync(id));
    }

    CreatedAccessKey create(AccessKeySpec spec) {
        return call(() -> keys.create(spec), () -> keys.createAsync(spec));
    }

    AccessKey update(AccessKeyId id, AccessKeyUpdate update) {
        return call(() -> keys.update(id, update), () -> keys.updateAsync(id, update));
    }

    ServiceCalls with(CallOptions options) {
        return new ServiceCalls(keys.with(options), asynchronous);
    }

    PendingChange prepareRotation(KeyRotation rotation) {
        return call(() -> keys.prepareRotation(rotation), () -> keys.prepareRotationAsync(rotation));
    }

    RotatedKey rotate(KeyRotation rotation) {
        return call(() -> keys.rotate(rotation), () -> keys.rotateAsync(rotation));
    }

    void revoke(KeyRevocation revocation) {
        if (asynchronous) {
            await(keys.revokeAsync(revocation));
        } else {
            keys.revoke(revocation);
        }
    }

    Reconciliation reconcile(PendingChange change) {
        return call(() -> keys.reconcile(change), () -> keys.reconcileAsync(change));
    }

    private <T> T call(Supplier<T> blocking, Supplier<CompletableFuture<T>> future) {
        return asynchronous ? await(future.get()) : blocking.get();
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (CallFutures.unwrap(e) instanceof RuntimeException failure) {
                throw failure;
            }
            throw new AssertionError("the call failed with something that is not of the SDK", e);
        } catch (TimeoutException e) {
            throw new AssertionError("the call did not end within " + PATIENCE_SECONDS + " seconds", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
