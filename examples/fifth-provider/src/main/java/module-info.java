/** The client for Acorn, a cloud that does not exist. */
module dev.accesskeys.acorn {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys;

    exports dev.accesskeys.acorn;
    exports dev.accesskeys.acorn.model;

    provides dev.accesskeys.keys.AccessKeyProvider with
            dev.accesskeys.acorn.AcornAccessKeyProvider;
}
