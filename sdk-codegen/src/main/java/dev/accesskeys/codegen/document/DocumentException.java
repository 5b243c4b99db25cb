package dev.accesskeys.codegen.document;

/** The document has something that the generator does not support; fails the build and names the place. */
public final class DocumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Place place;

    /** Makes the exception. */
    public DocumentException(Place place, String problem) {
        super(place + ": " + problem);
        this.place = place;
    }

    /** Where it is. */
    public Place place() {
        return place;
    }
}
