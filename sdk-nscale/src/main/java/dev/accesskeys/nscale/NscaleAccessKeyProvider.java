package dev.accesskeys.nscale;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.OpenedAccessKeys;
import java.util.List;
import java.util.Map;

/** Lets applications open the keys of an endpoint of nscale by name; see {@link dev.accesskeys.keys.AccessKeyServices}. */
public final class NscaleAccessKeyProvider implements AccessKeyProvider {

    private static final String ENDPOINT = "NSCALE_ENDPOINT_ID";

    /** For {@link java.util.ServiceLoader}. */
    public NscaleAccessKeyProvider() {}

    @Override
    public String id() {
        return NscaleOperations.DESCRIPTION.id();
    }

    @Override
    public Capabilities capabilities() {
        return NscaleAccessKeys.CAPABILITIES;
    }

    @Override
    public List<String> settings() {
        return List.of(
                NscaleOperations.DESCRIPTION.baseUrlVariable(),
                ENDPOINT,
                "NSCALE_SERVICE_TOKEN",
                NscaleOAuthSettings.TOKEN_ENDPOINT,
                NscaleOAuthSettings.CLIENT_ID,
                NscaleOAuthSettings.CLIENT_SECRET,
                NscaleOAuthSettings.SCOPE);
    }

    @Override
    public OpenedAccessKeys open(Map<String, String> configuration) {
        String endpointId = configuration.getOrDefault(ENDPOINT, "").strip();
        try {
            NscaleKeyMapping.requireId(ENDPOINT, endpointId);
        } catch (ValidationException e) {
            throw new ConfigurationException(
                    endpointId.isEmpty() ? ENDPOINT + " is not set" : e.problem(),
                    "Set it to the id of the endpoint whose keys are meant.",
                    e);
        }
        NscaleClient client = NscaleClient.fromEnv(configuration);
        return new OpenedAccessKeys(client.accessKeys(endpointId), client::close);
    }
}
