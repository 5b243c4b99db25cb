package dev.accesskeys.linode;

import dev.accesskeys.linode.model.ListObjectStorageKeysRequest;
import dev.accesskeys.linode.model.ObjectStorageKey;

/** Walks through all keys of an account and prints how many there are: the program of {@link LongListTest}. */
final class LongListWalk {

    private LongListWalk() {}

    public static void main(String[] arguments) {
        ListObjectStorageKeysRequest largePages =
                ListObjectStorageKeysRequest.builder().pageSize(500).build();
        long count = 0;
        try (LinodeClient linode = LinodeClient.fromEnv()) {
            for (ObjectStorageKey key : linode.objectStorageKeys().listAll(largePages)) {
                count++;
                if (!key.label().equals("key-" + count)) {
                    throw new IllegalStateException("key " + count + " is called " + key.label());
                }
            }
        }
        System.out.println(count + " keys in " + Runtime.getRuntime().maxMemory() / (1024 * 1024) + " MiB");
    }
}
