package dev.accesskeys.s3server;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Objects;

/**
 * An answer that an {@link S3Server} is ordered to give instead of its own.
 *
 * @param status the HTTP status
 * @param contentType the type of the body
 * @param body the body, may be empty
 */
public record S3Answer(int status, String contentType, String body) {

    public S3Answer {
        Objects.requireNonNull(contentType, "contentType");
        Objects.requireNonNull(body, "body");
    }

    /** The clock of the client, or the server's, is wrong. */
    public static S3Answer requestTimeTooSkewed() {
        return error(403, "RequestTimeTooSkewed");
    }

    /** There are too many requests. */
    public static S3Answer slowDown() {
        return error(503, "SlowDown");
    }

    /** An error as S3 words it. */
    public static S3Answer error(int status, String code) {
        return new S3Answer(
                status,
                "application/xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code
                        + "</Code><Message>As ordered.</Message>" + "<RequestId>4442587FB7D0A2F9</RequestId></Error>");
    }

    /** A status and nothing else, as proxies give. */
    public static S3Answer empty(int status) {
        return new S3Answer(status, "application/xml", "");
    }

    /** A page for people, as a sign-in page of a network gives. */
    public static S3Answer page(int status) {
        return new S3Answer(status, "text/html", "<html><body><p>Please sign in.</p></body></html>");
    }

    byte[] bytes() {
        return body.getBytes(UTF_8);
    }
}
