package dev.accesskeys.conformance;

/**
 * Something that is not as documented. Holds names and places of the document and of the message, never a value of the message.
 *
 * @param operation the document and the operation, such as {@code linode createObjectStorageKey}
 * @param place where, such as {@code body of the answer 200 at /data/0/region}
 * @param problem what is wrong there
 */
public record Violation(String operation, String place, String problem) {

    @Override
    public String toString() {
        return operation + ": " + place + ": " + problem;
    }
}
