package dev.accesskeys.testing.nscale;

import dev.accesskeys.testing.internal.KeyMaterial;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Who may come in: the service token, and the access tokens of the one OAuth client. */
final class NscaleTokens {

    private final NscaleSettings settings;
    private final KeyMaterial material;
    private final Map<String, Instant> sessions = new HashMap<>();
    private final String clientId;
    private final String clientSecret;
    private String service;
    private long made;

    NscaleTokens(NscaleSettings settings, KeyMaterial material) {
        this.settings = settings;
        this.material = material;
        this.clientId = material.text("client id", 0, KeyMaterial.HEX, 16);
        this.clientSecret = material.text("client secret", 0, KeyMaterial.LETTERS_AND_DIGITS, 48);
        this.service = settings.token() == null ? newToken() : settings.token();
    }

    synchronized String service() {
        return service;
    }

    synchronized String renewService() {
        service = newToken();
        return service;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }

    /** A new session; unless the quirk says otherwise it ends the earlier ones. */
    synchronized String newSession() {
        if (!settings.has(NscaleQuirk.MANY_SESSIONS)) {
            sessions.clear();
        }
        String token = newToken();
        sessions.put(token, settings.time().now().plus(settings.tokenLifetime()));
        return token;
    }

    synchronized void endSessions() {
        sessions.clear();
    }

    synchronized boolean isGood(String presented) {
        Instant end = sessions.get(presented);
        return presented.equals(service)
                || (end != null && settings.time().now().isBefore(end));
    }

    private String newToken() {
        return material.text("token", made++, KeyMaterial.LETTERS_AND_DIGITS, 64);
    }
}
