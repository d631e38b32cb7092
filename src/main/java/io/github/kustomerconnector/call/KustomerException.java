package io.github.kustomerconnector.call;

/**
 * Carries a {@link Failure} to the edge. It has no cause, because a cause's message could contain the key or personal
 * data.
 */
public final class KustomerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public KustomerException(Failure failure) {
        super(failure.message());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
