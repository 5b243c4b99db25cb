package dev.accesskeys.rotation;

import dev.accesskeys.keys.AccessKeyService;
import dev.accesskeys.keys.Capabilities;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A service whose keys are the kind of credential that it works with itself. */
final class SelfRotatingService {

    private SelfRotatingService() {}

    static AccessKeyService around(AccessKeyService service) {
        Capabilities capabilities = Capabilities.builder("linode", "a key that rotates itself")
                .rotatesOwnCredential()
                .build();
        return (AccessKeyService) Proxy.newProxyInstance(
                AccessKeyService.class.getClassLoader(),
                new Class<?>[] {AccessKeyService.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("capabilities")) {
                        return capabilities;
                    }
                    try {
                        return method.invoke(service, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
