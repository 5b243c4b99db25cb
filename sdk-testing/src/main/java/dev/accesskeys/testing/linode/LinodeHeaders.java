package dev.accesskeys.testing.linode;

import dev.accesskeys.http.Headers;

/** The headers that every answer carries; two of them come twice. */
final class LinodeHeaders {

    private LinodeHeaders() {}

    static Headers.Builder everyAnswer() {
        return Headers.builder()
                .add("Access-Control-Allow-Credentials", "true")
                .add(
                        "Access-Control-Allow-Headers",
                        "Authorization, Origin, X-Requested-With, Content-Type, Accept, X-Filter")
                .add("Access-Control-Allow-Methods", "HEAD, GET, OPTIONS, POST, PUT, DELETE")
                .add("Access-Control-Allow-Origin", "*")
                .add("Access-Control-Expose-Headers", "X-OAuth-Scopes, X-Accepted-OAuth-Scopes, X-Status")
                .add("Cache-Control", "max-age=0, no-cache, no-store")
                .add("Content-Security-Policy", "default-src 'none'")
                .add("Pragma", "no-cache")
                .add("Strict-Transport-Security", "max-age=31536000")
                .add("Vary", "Authorization, X-Filter")
                .add("Vary", "Accept-Encoding")
                .add("X-Content-Type-Options", "nosniff")
                .add("X-Frame-Options", "DENY")
                .add("X-Frame-Options", "DENY");
    }
}
