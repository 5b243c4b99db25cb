package dev.accesskeys.rotation.verify;

import java.util.Map;

/**
 * Tries a key where it is used: one probe, on a fresh connection, that changes nothing. The rotation asks again until the
 * {@link VerificationPolicy} is satisfied or its time is over. Whatever a probe runs into is an answer and no exception.
 */
@FunctionalInterface
public interface KeyVerifier {

    /**
     * Tries a key once.
     *
     * @param request which key
     * @return what it showed
     */
    Verification verify(VerificationRequest request);

    /**
     * Notes what is there before a rotation, where a new key can only be told by comparing. The notes are written into the
     * journal and come back with every request.
     *
     * @return notes by name, no secrets; empty unless the verifier needs some
     */
    default Map<String, String> before() {
        return Map.of();
    }
}
