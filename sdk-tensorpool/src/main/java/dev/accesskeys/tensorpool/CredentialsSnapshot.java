package dev.accesskeys.tensorpool;

import dev.accesskeys.Secret;
import dev.accesskeys.tensorpool.model.ObjectStorageCredentials;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What is remembered of credentials, to recognise later whether they have changed. Of the secret only a part of a hash is kept,
 * which can tell it from another one but not be turned back.
 *
 * @param orgId the organisation
 * @param accessKeyId the public half of the pair
 * @param fingerprint what tells the secret from others
 * @param updatedAt when the credentials were last changed, as TensorPool writes it
 */
record CredentialsSnapshot(String orgId, String accessKeyId, String fingerprint, Optional<String> updatedAt) {

    private static final String ORG = "org_id";
    private static final String KEY = "access_key_id";
    private static final String FINGERPRINT = "secret_fingerprint";
    private static final String UPDATED = "updated_at";

    /** Keeps these hashes apart from all that are made elsewhere. */
    private static final String DOMAIN = "dev.accesskeys tensorpool secret fingerprint 1\0";

    private static final int FINGERPRINT_BYTES = 8;

    static CredentialsSnapshot of(ObjectStorageCredentials credentials) {
        return new CredentialsSnapshot(
                credentials.orgId(),
                credentials.accessKeyId(),
                fingerprint(credentials.secretAccessKey()),
                credentials.updatedAt());
    }

    /** Reads the facts of a pending change; empty if there were no credentials before. */
    static Optional<CredentialsSnapshot> of(Map<String, String> facts) {
        if (!facts.containsKey(ORG) || !facts.containsKey(KEY) || !facts.containsKey(FINGERPRINT)) {
            return Optional.empty();
        }
        return Optional.of(new CredentialsSnapshot(
                facts.getOrDefault(ORG, ""),
                facts.getOrDefault(KEY, ""),
                facts.getOrDefault(FINGERPRINT, ""),
                Optional.ofNullable(facts.get(UPDATED))));
    }

    Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(ORG, orgId);
        facts.put(KEY, accessKeyId);
        facts.put(FINGERPRINT, fingerprint);
        updatedAt.ifPresent(time -> facts.put(UPDATED, time));
        return facts;
    }

    boolean isSamePair(CredentialsSnapshot other) {
        return accessKeyId.equals(other.accessKeyId) && fingerprint.equals(other.fingerprint);
    }

    static String fingerprint(Secret secret) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((DOMAIN + secret.reveal()).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, FINGERPRINT_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
