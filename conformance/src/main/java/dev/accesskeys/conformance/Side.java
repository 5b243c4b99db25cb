package dev.accesskeys.conformance;

/** Who wrote a message. Some rules of the documents hold for what we send, not for what a provider sends. */
enum Side {
    CLIENT,
    PROVIDER
}
