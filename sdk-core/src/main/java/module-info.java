/**
 * The runtime of the Access Keys SDK: what every provider's client is made of, and what an application meets at all of them.
 * It knows no provider.
 */
module dev.accesskeys {
    requires static transitive org.jspecify;
    requires java.net.http;
    requires tools.jackson.core;

    exports dev.accesskeys;
    exports dev.accesskeys.auth;
    exports dev.accesskeys.client;
    exports dev.accesskeys.error;
    exports dev.accesskeys.http;
    exports dev.accesskeys.json;
    exports dev.accesskeys.keys;
    exports dev.accesskeys.listener;
    exports dev.accesskeys.operation;
    exports dev.accesskeys.paging;
    exports dev.accesskeys.retry;
    exports dev.accesskeys.time;

    uses dev.accesskeys.keys.AccessKeyProvider;
}
