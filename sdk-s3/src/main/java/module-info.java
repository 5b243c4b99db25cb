/** Access keys and the AWS SDK for Java: verifies keys where they are used, and gives credentials that follow rotations. */
// The AWS SDK has no module descriptors, but a fixed Automatic-Module-Name in every jar: the names will stay.
// And javac takes the 3 of S3 for the number of a version.
@SuppressWarnings({"module", "requires-automatic", "requires-transitive-automatic"})
module dev.accesskeys.s3 {
    requires static transitive org.jspecify;
    requires transitive dev.accesskeys.rotation;
    requires transitive software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.profiles;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.services.s3;

    exports dev.accesskeys.s3;
}
