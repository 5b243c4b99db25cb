package dev.accesskeys.keys;

import dev.accesskeys.error.ConfigurationException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/**
 * Opens a provider by its name, for applications that are driven by configuration:
 *
 * <pre>{@code
 * try (OpenedAccessKeys opened = AccessKeyServices.open("example", System.getenv())) {
 *     opened.keys().list().forEach(System.out::println);
 * }
 * }</pre>
 *
 * The providers are those whose modules are on the class path or the module path.
 */
public final class AccessKeyServices {

    private AccessKeyServices() {}

    /**
     * Gives the providers that are there.
     *
     * @return the providers, sorted by their ids
     */
    public static List<AccessKeyProvider> providers() {
        return ServiceLoader.load(AccessKeyProvider.class, AccessKeyServices.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(AccessKeyProvider::id))
                .toList();
    }

    /**
     * Opens a provider's keys. Nothing is sent.
     *
     * @param provider the provider's id, such as {@code example}
     * @param configuration values by the names of its {@linkplain AccessKeyProvider#settings() settings}, such as
     *     {@link System#getenv()}
     * @return the service with its client, to be closed
     * @throws ConfigurationException if no such provider is there, or a setting is missing or cannot be used
     */
    public static OpenedAccessKeys open(String provider, Map<String, String> configuration) {
        List<AccessKeyProvider> all = providers();
        return all.stream()
                .filter(each -> each.id().equals(provider))
                .findFirst()
                .orElseThrow(() -> new ConfigurationException(
                        "no provider of this name is on the class path or the module path; there are "
                                + all.stream().map(AccessKeyProvider::id).toList(),
                        "Add its module, such as dev.accesskeys:sdk-example, or correct the name."))
                .open(configuration);
    }
}
