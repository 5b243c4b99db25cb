package dev.accesskeys.rotation.store;

/** Thrown by a {@link VersionedDocument}: somebody else has written the document since it was read. Nothing was changed. */
public final class DocumentChangedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** Makes the exception. */
    public DocumentChangedException() {
        super("somebody else has written the document since it was read", "Read it again, then decide anew.", null);
    }
}
