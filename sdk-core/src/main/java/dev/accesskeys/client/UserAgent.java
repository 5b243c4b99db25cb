package dev.accesskeys.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the SDK calls itself towards providers. */
final class UserAgent {

    private static final String VERSION = version();

    private UserAgent() {}

    static String of(String application) {
        String sdk =
                "access-keys-sdk-java/" + VERSION + " java/" + Runtime.version().feature();
        return application.isEmpty() ? sdk : application + " " + sdk;
    }

    private static String version() {
        Properties properties = new Properties();
        try (InputStream in = UserAgent.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
