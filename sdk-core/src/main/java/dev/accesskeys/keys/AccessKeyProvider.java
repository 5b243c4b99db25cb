package dev.accesskeys.keys;

import java.util.List;
import java.util.Map;

/**
 * A provider's module, found by {@link java.util.ServiceLoader}, for applications that choose their provider by
 * configuration. Applications call {@link AccessKeyServices} instead.
 */
public interface AccessKeyProvider {

    /**
     * Names the provider.
     *
     * @return its id, such as {@code example}
     */
    String id();

    /**
     * Tells what the provider can do. Needs no configuration and sends nothing.
     *
     * @return the capabilities
     */
    Capabilities capabilities();

    /**
     * Names the settings that {@link #open} understands: those of the provider's own tools, such as {@code EXAMPLE_TOKEN}, and
     * whatever else is needed to say which keys are meant.
     *
     * @return the names of the settings
     */
    List<String> settings();

    /**
     * Opens a service. Nothing is sent.
     *
     * @param configuration values by the names of {@link #settings()}; other names are passed over
     * @return the service with its client, to be closed
     * @throws dev.accesskeys.error.ConfigurationException if a setting is missing or cannot be used
     */
    OpenedAccessKeys open(Map<String, String> configuration);
}
