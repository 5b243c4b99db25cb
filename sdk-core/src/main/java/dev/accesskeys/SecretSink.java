package dev.accesskeys;

/**
 * Gets the secrets of an answer before anything else happens with it: before the answer is decoded, before a listener or a log
 * learns of it. A program that must not lose a secret that is shown once writes it to a safe place here:
 *
 * <pre>{@code
 * example.keys()
 *         .with(CallOptions.secretSink(found -> vault.stage(found.identifiers(), found.secrets())))
 *         .create(request);
 * }</pre>
 *
 * <p>The secrets are read leniently: they arrive even if the rest of the answer is not as documented or is cut short. The
 * sink is called once for each successful answer that holds a secret, on the thread that runs the call, and may block. If it
 * throws, the call ends with {@link dev.accesskeys.error.AppliedButLostException}, which still holds the secrets.
 */
@FunctionalInterface
public interface SecretSink {

    /**
     * Takes the secrets.
     *
     * @param found the secrets of one answer
     */
    void accept(FoundSecrets found);
}
