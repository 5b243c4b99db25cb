/** The TensorPool client: an organisation's object storage credentials, typed and as an access key service. */
module dev.accesskeys.tensorpool {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys;

    exports dev.accesskeys.tensorpool;
    exports dev.accesskeys.tensorpool.model;

    provides dev.accesskeys.keys.AccessKeyProvider with
            dev.accesskeys.tensorpool.TensorPoolAccessKeyProvider;
}
