package dev.accesskeys.client;

import dev.accesskeys.error.ConfigurationException;

/** Settings of the JVM with which no client is safe. */
final class JvmSettings {

    private static final String RETRY_ALL = "jdk.httpclient.enableAllMethodRetry";

    private JvmSettings() {}

    /** The JDK reads the property once, into a constant: unsetting it later would not help, so it is refused in any form. */
    static void requireSafe() {
        if (System.getProperty(RETRY_ALL) != null) {
            throw new ConfigurationException(
                    "system property " + RETRY_ALL
                            + " is set: with it the JDK sends every request a second time when a connection breaks,"
                            + " and a key could be created twice",
                    "Start the JVM without it; an empty value counts as set.");
        }
    }
}
