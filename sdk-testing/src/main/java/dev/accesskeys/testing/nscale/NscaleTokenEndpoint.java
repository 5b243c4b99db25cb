package dev.accesskeys.testing.nscale;

import dev.accesskeys.json.JsonValue;
import dev.accesskeys.testing.FakeRequest;
import dev.accesskeys.testing.FakeResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The token endpoint, for OAuth 2.0 client credentials in a header or in the form. */
final class NscaleTokenEndpoint {

    static final String PATH = "/oauth2/v2/token";

    private final NscaleSettings settings;
    private final NscaleTokens tokens;

    NscaleTokenEndpoint(NscaleSettings settings, NscaleTokens tokens) {
        this.settings = settings;
        this.tokens = tokens;
    }

    FakeResponse handle(FakeRequest request) {
        if (!request.method().equals("POST")) {
            throw NscaleProblem.notAllowed();
        }
        Map<String, String> form = form(new String(request.body(), StandardCharsets.UTF_8));
        if (!form.getOrDefault("grant_type", "").equals("client_credentials")) {
            throw NscaleProblem.invalid("the grant type is not supported");
        }
        if (!client(request, form).equals(tokens.clientId() + ":" + tokens.clientSecret())) {
            throw NscaleProblem.invalidClient();
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("token_type", JsonValue.string("Bearer"));
        members.put("access_token", JsonValue.string(tokens.newSession()));
        if (!settings.has(NscaleQuirk.TOKEN_LIFETIME_UNTOLD)) {
            members.put("expires_in", JsonValue.number(settings.tokenLifetime().toSeconds()));
        }
        return FakeResponse.json(200, JsonValue.object(members)).withHeader("Cache-Control", "no-store");
    }

    private static String client(FakeRequest request, Map<String, String> form) {
        String header = request.headers().first("Authorization").orElse("");
        if (!header.startsWith("Basic ")) {
            return form.getOrDefault("client_id", "") + ":" + form.getOrDefault("client_secret", "");
        }
        try {
            byte[] pair = Base64.getDecoder().decode(header.substring("Basic ".length()));
            return URLDecoder.decode(new String(pair, StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw NscaleProblem.invalidClient();
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
