/**
 * The providers as fakes, for tests of code that uses the SDK: {@link dev.accesskeys.testing.linode.FakeLinode}.
 */
module dev.accesskeys.testing {
    requires transitive dev.accesskeys;
    requires static transitive org.jspecify;
    // Not transitive: who does without JUnit could not compile. Who uses the extension requires it anyway.
    requires static org.junit.jupiter.api;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;

    exports dev.accesskeys.testing;
    exports dev.accesskeys.testing.cloudflare;
    exports dev.accesskeys.testing.junit;
    exports dev.accesskeys.testing.linode;
    exports dev.accesskeys.testing.nscale;
    exports dev.accesskeys.testing.tensorpool;

    uses dev.accesskeys.testing.ExchangeObserver;
}
