package dev.accesskeys.testing.junit;

import dev.accesskeys.keys.AccessKeyId;
import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.AccessKeySpec;
import dev.accesskeys.keys.AccessKeyUpdate;
import dev.accesskeys.testing.FakeCloud;
import java.util.Optional;

/** A provider's service on a fresh fake, for {@link AccessKeyServiceContract}. */
public interface ContractSubject extends AutoCloseable {

    /**
     * Gives the service to test.
     *
     * @return the service, on a client without retries that would hide faults, or with the usual ones
     */
    AccessKeyService keys();

    /**
     * Gives the fake that it works on.
     *
     * @return the fake
     */
    FakeCloud fake();

    /**
     * Gives the key that is there at the start.
     *
     * @return its id
     */
    AccessKeyId currentKey();

    /**
     * Gives an id of the right form under which there is no key.
     *
     * @return the id
     */
    AccessKeyId unknownKey();

    /**
     * Gives what a key that the tests create shall be.
     *
     * @return the specification
     */
    default AccessKeySpec spec() {
        return AccessKeySpec.named("contract");
    }

    /**
     * Gives what the tests change at a key, where the provider has updates.
     *
     * @return the update
     */
    default AccessKeyUpdate update() {
        return AccessKeyUpdate.name("renamed");
    }

    /**
     * Gives the right confirmation, where one is asked for.
     *
     * @return the name to confirm with
     */
    default Optional<String> confirmation() {
        return Optional.empty();
    }

    /** Brings the fake into a state in which a key can be created, where it is not in one. */
    default void beforeCreate() {}

    /** Lets the fake's time pass until what was changed is provisioned and listed. */
    void settle();

    /** Closes client and fake. */
    @Override
    void close();
}
