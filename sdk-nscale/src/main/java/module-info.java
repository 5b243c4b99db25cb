/** The nscale client: object storage endpoints and their access keys, typed and as an access key service. */
module dev.accesskeys.nscale {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys;

    exports dev.accesskeys.nscale;
    exports dev.accesskeys.nscale.model;

    provides dev.accesskeys.keys.AccessKeyProvider with
            dev.accesskeys.nscale.NscaleAccessKeyProvider;
}
