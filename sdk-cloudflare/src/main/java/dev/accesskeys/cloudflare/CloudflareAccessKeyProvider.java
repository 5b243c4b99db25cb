package dev.accesskeys.cloudflare;

import dev.accesskeys.error.ConfigurationException;
import dev.accesskeys.error.ValidationException;
import dev.accesskeys.keys.AccessKeyProvider;
import dev.accesskeys.keys.Capabilities;
import dev.accesskeys.keys.OpenedAccessKeys;
import java.util.List;
import java.util.Map;

/** Lets applications open Cloudflare by its name; see {@link dev.accesskeys.keys.AccessKeyServices}. */
public final class CloudflareAccessKeyProvider implements AccessKeyProvider {

    private static final String ACCOUNT = "CLOUDFLARE_ACCOUNT_ID";

    /** For {@link java.util.ServiceLoader}. */
    public CloudflareAccessKeyProvider() {}

    @Override
    public String id() {
        return CloudflareOperations.DESCRIPTION.id();
    }

    @Override
    public Capabilities capabilities() {
        return CloudflareAccessKeys.CAPABILITIES;
    }

    @Override
    public List<String> settings() {
        return List.of(
                "CLOUDFLARE_API_TOKEN", "CLOUDFLARE_EMAIL", "CLOUDFLARE_API_KEY", "CLOUDFLARE_BASE_URL", ACCOUNT);
    }

    @Override
    public OpenedAccessKeys open(Map<String, String> configuration) {
        String account = configuration.getOrDefault(ACCOUNT, "").strip();
        if (account.isEmpty()) {
            throw new ConfigurationException(
                    "no account for Cloudflare: " + ACCOUNT + " is not set",
                    "Set " + ACCOUNT + " to the id of the account.");
        }
        try {
            CloudflareKeyMapping.id(account);
        } catch (ValidationException e) {
            throw new ConfigurationException(
                    "the account in " + ACCOUNT + " cannot be used: " + e.problem(),
                    "Set " + ACCOUNT + " to the id of the account.",
                    e);
        }
        CloudflareClient client = CloudflareClient.fromEnv(configuration);
        return new OpenedAccessKeys(client.accessKeys(account), client::close);
    }
}
