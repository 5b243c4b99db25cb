/**
 * Safe rotation: an access key is replaced so that its secret is never lost, the old key is never revoked before the new one is
 * proven and in use, and a crash anywhere is resumed by the next call.
 */
module dev.accesskeys.rotation {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys;

    exports dev.accesskeys.rotation;
    exports dev.accesskeys.rotation.audit;
    exports dev.accesskeys.rotation.fleet;
    exports dev.accesskeys.rotation.journal;
    exports dev.accesskeys.rotation.store;
    exports dev.accesskeys.rotation.verify;
}
