/** The Cloudflare client: the signing keys of Cloudflare Access, typed and as an access key service. */
module dev.accesskeys.cloudflare {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys;

    exports dev.accesskeys.cloudflare;
    exports dev.accesskeys.cloudflare.model;

    provides dev.accesskeys.keys.AccessKeyProvider with
            dev.accesskeys.cloudflare.CloudflareAccessKeyProvider;
}
