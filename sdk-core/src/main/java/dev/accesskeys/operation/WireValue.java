package dev.accesskeys.operation;

/** A typed argument that travels as one text in a query parameter or a header, such as a filter. */
public interface WireValue {

    /**
     * Gives the text that is sent.
     *
     * @return the text, visible ASCII where it goes into a header
     */
    String wireValue();
}
