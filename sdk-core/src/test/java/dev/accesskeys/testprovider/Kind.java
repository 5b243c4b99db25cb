package dev.accesskeys.testprovider;

import dev.accesskeys.operation.Invocation;

/** One call of each kind that the rules for repeating tell apart. */
public enum Kind {
    READ,
    LIST,
    UPDATE,
    DELETE,
    CREATE;

    public Invocation<?> invocation() {
        return switch (this) {
            case READ -> TestClient.get(7);
            case LIST -> TestClient.list();
            case UPDATE -> TestClient.update(7, "seven");
            case DELETE -> TestClient.delete(7);
            case CREATE -> TestClient.create("seven");
        };
    }

    /** Whether it changes nothing. */
    public boolean reads() {
        return this == READ || this == LIST;
    }

    /** A good answer for it. */
    public Reply goodReply() {
        return this == LIST
                ? Reply.json(200, "{\"data\":[{\"id\":7,\"name\":\"seven\"}],\"page\":1,\"pages\":1,\"results\":1}")
                : Reply.thing();
    }
}
