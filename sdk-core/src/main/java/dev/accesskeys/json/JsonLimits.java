package dev.accesskeys.json;

/**
 * What a document may cost before it is refused, so that a broken or hostile server cannot exhaust the caller's memory.
 *
 * @param maxDepth how deep objects and arrays may nest, 1 or more
 * @param maxStringLength how many characters a text or a member's name may have, 1 or more
 */
public record JsonLimits(int maxDepth, int maxStringLength) {

    /** Depth 32, texts of up to 65,536 characters: far more than any of the providers sends. */
    public static final JsonLimits DEFAULT = new JsonLimits(32, 64 * 1024);

    /**
     * Checks the limits.
     *
     * @param maxDepth how deep objects and arrays may nest, 1 or more
     * @param maxStringLength how many characters a text or a member's name may have, 1 or more
     * @throws IllegalArgumentException if a limit is below 1
     */
    public JsonLimits {
        if (maxDepth < 1 || maxStringLength < 1) {
            throw new IllegalArgumentException("limits must be 1 or more");
        }
    }
}
