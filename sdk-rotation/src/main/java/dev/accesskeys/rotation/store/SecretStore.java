package dev.accesskeys.rotation.store;

import java.util.Optional;

/**
 * Where an application finds its key, and where a rotation keeps secrets safe meanwhile. It has three places, as AWS Secrets
 * Manager has: <em>pending</em> holds what a rotation has made, <em>current</em> what applications use, <em>previous</em> what
 * they used before. Every change is durable when its method returns, and happens as a whole or not at all.
 *
 * <p>{@link AwsProfileStore} keeps them in a shared credentials file, {@link CallbackStore} in a vault of your own. Whoever
 * implements this: every method may be called again after a crash with the same arguments and then succeeds without a second
 * effect. Methods that change something throw {@link StoreConflictException} when somebody else has changed the store, and
 * {@link StoreException} when it cannot be read or written; then nothing was changed, or the same call can be repeated.
 */
public interface SecretStore {

    /**
     * Names the store, the same in every run: it is a part of what a rotation's target is.
     *
     * @return such as {@code aws-profile:/home/app/.aws/credentials#backup}; visible characters and blanks, no secret
     */
    String name();

    /**
     * Names what must not be written by two rotations at once, such as the file that several stores share.
     *
     * @return the {@linkplain #name() name} unless several stores share something
     */
    default String sharedResource() {
        return name();
    }

    /**
     * Reads the store.
     *
     * @return what it holds now
     * @throws StoreException if it cannot be read, or is not as safe as it must be
     */
    StoreContents read();

    /**
     * Reserves the pending place for an attempt, with as much space as the secret will need, before the provider is asked for
     * it. Done again for the same attempt it changes nothing.
     *
     * @param attempt the nonce of the attempt
     * @throws StoreConflictException if another attempt has reserved or filled the place
     * @throws StoreException if the store cannot be written: no space, no permission
     */
    void reserve(String attempt);

    /**
     * Keeps a key in the pending place. It is called as soon as the secret is there, when often nothing else is known of the
     * key, and again with the rest.
     *
     * @param key the key, with its attempt
     * @throws StoreConflictException if the place is not reserved for this attempt
     * @throws StoreException if the store cannot be written
     */
    void stage(StoredKey key);

    /**
     * Makes the pending key the current one, and what was current the previous one.
     *
     * @param attempt the nonce of the attempt that made the pending key
     * @param expectedCurrent the access key id of the key that must be current until now; empty if there must be none
     * @throws StoreConflictException if another key is current, or another attempt's is pending
     * @throws StoreException if the store cannot be written
     */
    void publish(String attempt, Optional<String> expectedCurrent);

    /**
     * Takes a publication back: the previous key becomes current again, and the key of the attempt pending, so that its secret
     * is not lost before it is revoked.
     *
     * @param attempt the nonce of the attempt whose key is current
     * @throws StoreConflictException if another key is current, or there is no previous one
     * @throws StoreException if the store cannot be written
     */
    void restore(String attempt);

    /**
     * Empties the pending place, once its key is revoked or was never made.
     *
     * @param attempt the nonce of the attempt; what another one has there stays
     * @throws StoreException if the store cannot be written
     */
    void discardPending(String attempt);

    /**
     * Forgets the previous key, once it is revoked.
     *
     * @param attempt the nonce of the attempt that made the current key; if the current key is another one, nothing happens
     * @throws StoreException if the store cannot be written
     */
    void discardPrevious(String attempt);
}
