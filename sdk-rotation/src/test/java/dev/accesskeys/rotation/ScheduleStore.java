package dev.accesskeys.rotation;

import dev.accesskeys.rotation.store.MemoryStore;
import dev.accesskeys.rotation.store.SecretStore;
import dev.accesskeys.rotation.store.StoreContents;
import dev.accesskeys.rotation.store.StoreException;
import dev.accesskeys.rotation.store.StoredKey;
import java.util.Optional;

/** A store that fails when it is ordered to, before or after it has done what it was asked for. */
final class ScheduleStore implements SecretStore {

    final MemoryStore memory;
    private int failingIn;
    private int failures;
    private boolean applied;

    ScheduleStore(MemoryStore memory) {
        this.memory = memory;
    }

    void fail(ScheduleEvent.StoreFails order) {
        failingIn = order.n();
        failures = order.times();
        applied = order.applied();
    }

    void work() {
        failures = 0;
    }

    private void perform(Runnable change) {
        boolean now = failures > 0 && --failingIn <= 0;
        if (now) {
            failures--;
        }
        if (!now || applied) {
            change.run();
        }
        if (now) {
            throw new StoreException("the disk is full", "Make room.", null);
        }
    }

    @Override
    public String name() {
        return memory.name();
    }

    @Override
    public StoreContents read() {
        perform(() -> {});
        return memory.read();
    }

    @Override
    public void reserve(String attempt) {
        perform(() -> memory.reserve(attempt));
    }

    @Override
    public void stage(StoredKey key) {
        perform(() -> memory.stage(key));
    }

    @Override
    public void publish(String attempt, Optional<String> expectedCurrent) {
        perform(() -> memory.publish(attempt, expectedCurrent));
    }

    @Override
    public void restore(String attempt) {
        perform(() -> memory.restore(attempt));
    }

    @Override
    public void discardPending(String attempt) {
        perform(() -> memory.discardPending(attempt));
    }

    @Override
    public void discardPrevious(String attempt) {
        perform(() -> memory.discardPrevious(attempt));
    }
}
