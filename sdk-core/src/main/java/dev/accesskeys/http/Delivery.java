package dev.accesskeys.http;

/** How far a request got when its exchange failed. It decides whether an operation that changes something may be sent again. */
public enum Delivery {
    /** It never left, and trying again may help: no such host just now, connection refused, connect timeout. */
    NOT_SENT,
    /** It never left, and trying again will not help: the TLS handshake failed, the request is not valid. */
    NOT_SENDABLE,
    /** It left, and the peer said that it did not process it: an HTTP/2 stream that was refused. */
    NOT_PROCESSED,
    /** It left at least in part; nobody here knows what the peer did with it. */
    UNKNOWN
}
