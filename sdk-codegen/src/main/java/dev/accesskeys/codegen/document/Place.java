package dev.accesskeys.codegen.document;

/**
 * A place in the document.
 *
 * @param pointer a JSON pointer (RFC 6901); empty for the document itself
 */
public record Place(String pointer) {

    /** The document itself. */
    public static final Place ROOT = new Place("");

    /** A member of the object at this place. */
    public Place member(String name) {
        return new Place(pointer + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    /** An element of the array at this place. */
    public Place element(int index) {
        return new Place(pointer + "/" + index);
    }

    /** The name that the last step of the pointer has. */
    public String lastName() {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    /** The pointer as the fragment of a URL: {@code #/components/schemas/Key}. */
    @Override
    public String toString() {
        return "#" + pointer;
    }
}
