/** The Linode client: Object Storage keys, typed and as an access key service. */
module dev.accesskeys.linode {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys;

    exports dev.accesskeys.linode;
    exports dev.accesskeys.linode.model;

    provides dev.accesskeys.keys.AccessKeyProvider with
            dev.accesskeys.linode.LinodeAccessKeyProvider;
}
