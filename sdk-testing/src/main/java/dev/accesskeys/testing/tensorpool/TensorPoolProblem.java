package dev.accesskeys.testing.tensorpool;

/** A request that ends with an error. Carried by an exception, for it may be found deep below. */
final class TensorPoolProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String text;

    TensorPoolProblem(int status, String text) {
        super("HTTP " + status, null, false, false);
        this.status = status;
        this.text = text;
    }

    int status() {
        return status;
    }

    String text() {
        return text;
    }
}
