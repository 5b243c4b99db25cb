package dev.accesskeys.http;

/** The methods that the providers' operations use. */
public enum HttpMethod {
    /** Reads. */
    GET,
    /** Creates, or does something. */
    POST,
    /** Replaces, or sets what is given. */
    PUT,
    /** Sets what is given. */
    PATCH,
    /** Deletes. */
    DELETE
}
