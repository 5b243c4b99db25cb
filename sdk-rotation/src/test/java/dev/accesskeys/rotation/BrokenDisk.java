package dev.accesskeys.rotation;

import dev.accesskeys.rotation.internal.file.Disk;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Makes disks that do not sync. */
final class BrokenDisk {

    private BrokenDisk() {}

    static Disk withoutSync(Disk disk) {
        return (Disk) Proxy.newProxyInstance(
                Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("force")) {
                        return null;
                    }
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
